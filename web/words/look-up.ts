import { monthAndYear } from "./format.ts";

export const lookUpWords = {
  found: (period: string) => `Tu recibo de ${monthAndYear(period)}`,
  lede: "Necesitas dos datos de tu recibo. No mostramos tu nombre ni tu dirección.",
  supplyCode: "Código de suministro",
  supplyCodeHint: (length: number) => `${length} números, arriba a la derecha de tu recibo. Por ejemplo 00012345.`,
  second: "¿Qué otro dato tienes?",
  byReceipt: "El número de recibo",
  byDocument: "El documento del titular",
  receiptNumber: "Número de recibo",
  receiptNumberHint: "Letras y números, por ejemplo S001‑00045001.",
  documentNumber: "Número de documento del titular",
  documentNumberHint: "DNI, RUC o carné de extranjería de la persona o empresa que figura en el recibo.",
  action: "Ver mi recibo",
  another: "Ver otro recibo",
  keep: "Guardar este suministro en tu cuenta",
  keepText: "Así ves 13 meses y no vuelves a escribir estos datos:",
} as const;
