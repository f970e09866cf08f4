export const receiptFoundWords = {
  another: "Ver otro recibo",
  keep: "Guardar este suministro en tu cuenta",
  keepText: "Así no vuelves a escribir estos datos. Te pedimos la clave del recibo o el documento del titular:",
} as const;
