export const signInWords = {
  lede: "Te enviamos un código a tu correo o celular. No necesitas contraseña.",
  notNeeded: "Para ver un solo recibo no hace falta ingresar:",
  finishing: "Estamos completando tu ingreso…",
  failed: "No se completó tu ingreso. Vuelve a intentarlo.",
  done: "Ya ingresaste",
  doneText: "Puedes ver y vincular tus suministros.",
  toSupplies: "Ver mis suministros",
} as const;
