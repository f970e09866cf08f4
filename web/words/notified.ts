import { dateWithWeekday, instant } from "./format.ts";

export const notifiedWords = {
  confirmed: (at: string) => `Confirmaste que la recibiste el ${instant(at)}`,
  unread: (day: string) => `Vale como notificada desde el ${dateWithWeekday(day)}`,
  says: "Qué te notificamos",
  remedy: "Puedes corregir tu reclamo hasta el",
  newEvidence: "Puedes agregar la prueba nueva hasta el",
  month: (name: string) => `El mes de ${name} queda en`,
  decision: "Qué se decidió",
  reasons: "Por qué",
  download: "Descargar la resolución (PDF)",
  recourse: "Puedes pedir que la revisen hasta el",
  recourseOver: "Podías pedir que la revisen hasta el",
  recourseGo: "Pedir que revisen la decisión",
  recourseHow: "Está en tu reclamo. Si lo presentaste sin cuenta, por teléfono o con otra cuenta,",
  recourseOpen: "ábrelo con tu código y tu clave",
} as const;
