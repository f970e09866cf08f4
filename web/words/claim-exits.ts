/** The words of the ways into a draft and out of it, which a step loads apart. */
export const exitWords = {
  leave: "Guardar y salir",
  kept: "Se guarda en este teléfono 30 días.",
  byTelephone: "Termínalo por teléfono",
  erase: "Borrar de este teléfono",
  withoutAccountText: "¿No te llega el código?",
  withoutAccount: "Sigue sin ingresar: tu reclamo vale igual",
  signIn: "Así tu reclamo queda en tu cuenta y puedes seguirlo desde cualquier equipo.",
  lost: "Si ya lo enviaste, está en",
  startAgain: "Empezar el reclamo otra vez",
} as const;
