/** The words for the identity document of a person who makes a request about their data. */
export const identityWords = {
  kind: "Documento de identidad",
  number: "Número",
  hint: "Con él se sabe de quién son los datos. Solo lo ve la empresa.",
  missing: "Escribe el número de tu documento de identidad.",
} as const;
