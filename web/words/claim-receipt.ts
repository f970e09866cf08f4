import { dateWithWeekday, monthAndYear, monthName } from "./format.ts";

export const receiptStepWords = {
  missing: "Elige el recibo que quieres reclamar",
  several: "Puedes marcar varios meses: todos van en un solo reclamo.",
  empty: "Todavía no tenemos recibos de este suministro. Llámanos o ven a la oficina con tu recibo.",
  due: (day: string) => `con vencimiento el ${Number(day.slice(8))} de ${monthName(day)}`,
  openTitle: "Ya tienes un reclamo por este recibo",
  openText: (code: string) =>
    `Es el reclamo ${code} y sigue en curso. Puedes presentar otro por otra razón; si es por lo mismo, pueden declararlo improcedente.`,
  openSee: "Ver ese reclamo",
  openGo: "Presentar otro reclamo",
  lateTitle: "El plazo normal para este recibo ya pasó",
  lateText: (period: string, day: string) => `El de ${monthAndYear(period)} terminó el ${dateWithWeekday(day)}.`,
  lateAnyway: "Igual puedes presentarlo: lo recibimos y una persona decide si corresponde.",
  lateGo: "Quiero presentarlo igual",
} as const;
