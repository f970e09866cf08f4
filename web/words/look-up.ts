export const lookUpWords = {
  supplyCode: "Código de suministro",
  supplyCodeHint: (length: number) => `${length} números, arriba a la derecha de tu recibo. Ejemplo: 00012345.`,
  second: "¿Qué tienes a la mano?",
  byReceipt: "Un recibo de los últimos 13 meses",
  byDocument: "El documento del titular",
  receiptNumber: "Número de recibo",
  receiptNumberHint: "Arriba en tu recibo, como S001-\u206000045001.",
  total: "Total a pagar",
  totalHint: "Con céntimos, como S/\u00a058.90.",
  documentNumber: "Número de documento del titular",
  documentNumberHint: "DNI, RUC o carné de extranjería de quien figura en el recibo.",
  action: "Ver mi recibo",
} as const;
