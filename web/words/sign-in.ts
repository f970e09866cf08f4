import { said } from "./said.ts";
export const signInWords = {
  lede: "Te enviamos un código a tu correo o celular. No necesitas contraseña.",
  notNeeded: "Para ver un solo recibo no hace falta ingresar:",
  finishing: said("Estamos completando {tu|su} ingreso…"),
  failed: said("No se completó {tu|su} ingreso. {Vuelve|Vuelva} a intentarlo."),
  done: "Ya ingresaste",
  doneText: "Puedes ver y vincular tus suministros.",
  toSupplies: "Ver mis suministros",
} as const;
