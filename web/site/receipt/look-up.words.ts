export const lookUpWords = {
  supplyCode: "Código de suministro",
  supplyCodeHint: (length: number) => `${length} números, arriba a la derecha de tu recibo. Ejemplo: 00012345.`,
  second: "¿Qué tienes a la mano?",
  by: {
    receiptNumber: "Un recibo de los últimos 13 meses",
    printedKey: "La clave de un recibo",
    documentNumber: "El documento del titular",
  },
  receiptNumberHint: "Arriba en tu recibo, como S001-\u206000045001.",
  action: "Ver mi recibo",
} as const;

interface ProofField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly keyboard?: "decimal";
}

/** The fields of each choice of `lookUpWords.by`. */
export const proofFields: Readonly<Record<string, readonly ProofField[]>> = {
  receiptNumber: [
    { name: "receiptNumber", label: "Número de recibo", hint: lookUpWords.receiptNumberHint },
    { name: "total", label: "Total a pagar", hint: "Con céntimos, como S/\u00a058.90.", keyboard: "decimal" },
  ],
  printedKey: [{ name: "printedKey", label: "Clave del recibo", hint: "Impresa como «Clave», así: K7M4-\u206092QP." }],
  documentNumber: [
    {
      name: "documentNumber",
      label: "Documento del titular",
      hint: "DNI, RUC o carné de extranjería de quien figura en el recibo.",
    },
  ],
};
