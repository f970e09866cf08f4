import { dateWithWeekday, monthAndYear, monthName } from "../../words/format.ts";

const again =
  "Presenta otro solo si es por otra razón. Si es por lo mismo, lo pueden declarar improcedente: no lo deciden otra vez.";

export const receiptStepWords = {
  missing: "Elige el recibo que quieres reclamar.",
  several: "Puedes marcar varios meses: van en un solo reclamo. El monto es el total a pagar.",
  empty: "Todavía no tenemos recibos de este suministro. Si tienes uno a la mano, reclama con sus datos:",
  emptyGo: "Reclamar con otros datos",
  due: (day: string) => `con vencimiento el ${Number(day.slice(8))} de ${monthName(day)}`,
  openTitle: "Ya tienes un reclamo por este recibo",
  openText: (code: string) => [`Es el reclamo ${code} y sigue en curso. Si tienes algo que agregar, hazlo ahí.`, again],
  openSee: "Ver ese reclamo",
  openGo: "Presentar otro, por otra razón",
  heldTitle: "Ya hay un reclamo por este recibo",
  heldText: again,
  known: (period: string, number: string) => `${monthAndYear(period)}, número ${number}`,
  lateTitle: "El plazo normal para este recibo ya pasó",
  lateText: (period: string, day: string) => `El de ${monthAndYear(period)} terminó el ${dateWithWeekday(day)}.`,
  lateAnyway: "Igual puedes presentarlo: lo recibimos y una persona decide si corresponde.",
  lateGo: "Quiero presentarlo igual",
} as const;

/** The words of the step where nothing was looked up: supply and receipt are taken as they are written. */
export const typedReceiptWords = {
  text: "Escribe lo que tengas a la mano. Si no tienes el recibo, basta el suministro.",
  number: "Número de recibo, si lo tienes",
  month: "Mes de ese recibo",
  monthHint: "Por ejemplo 10/2026 u octubre 2026.",
  supplyMissing: "Escribe el código de suministro que está en tu recibo.",
  numberMissing: "Escribe el número de ese recibo, o deja vacío el mes.",
  monthWrong: "Escribe el mes de ese recibo, por ejemplo 10/2026.",
} as const;
