/** The words of the ways into a draft and out of it, which a step loads apart. */
export const exitWords = {
  leave: "Guardar y salir",
  kept: "Se guarda en este teléfono 30 días.",
  byTelephone: "Termínalo por teléfono",
  erase: "Borrar de este teléfono",
  withoutAccountText: "¿No te llega el código?",
  withoutAccount: "Sigue sin ingresar: tu reclamo vale igual",
  signIn: "Así tu reclamo queda en tu cuenta y puedes seguirlo desde cualquier equipo.",
  filed: (code: string) => `Ya enviaste este reclamo: ${code}`,
  filedText: "No se perdió nada.",
  filedAction: "Ver mi reclamo",
  notHere: "En este teléfono no está ese borrador",
  notHereText: "Si lo empezaste con tu cuenta, ingresa y lo abrimos. Si ya lo enviaste, está en",
  lost: "Si ya lo enviaste, está en",
  startAgain: "Empezar el reclamo otra vez",
} as const;
