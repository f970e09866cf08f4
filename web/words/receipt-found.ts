export const receiptFoundWords = {
  another: "Ver otro recibo",
  keep: "Guardar este suministro en tu cuenta",
  keepText: "Así ves 13 meses y no vuelves a escribir estos datos:",
} as const;
