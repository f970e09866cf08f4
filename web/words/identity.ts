import { said } from "./said.ts";
/** The words for the identity document of a person who makes a request about their data. */
export const identityWords = {
  kind: "Documento de identidad",
  number: "Número",
  hint: "Con él se sabe de quién son los datos. Solo lo ve la empresa.",
  missing: said("{Escribe|Escriba} el número de {tu|su} documento de identidad."),
} as const;
