import { dateWithWeekday, instant } from "../../words/format.ts";

export const notifiedWords = {
  confirmed: (at: string) => `Confirmaste que la recibiste el ${instant(at)}`,
  unread: (day: string) => `Vale como notificada desde el ${dateWithWeekday(day)}`,
  says: "Qué te notificamos",
  /** Of an act that asks for something: until when, what is lost, and the page where it is done. */
  asked: {
    observation: {
      until: "Puedes corregir tu reclamo hasta el",
      lost: "Si no lo corriges hasta ese día, tu reclamo queda como no presentado y el recibo vuelve a cobrarse.",
      act: "corregir",
      go: "Corregir mi reclamo",
    },
    "new-evidence": {
      until: "Puedes agregar la prueba nueva hasta el",
      lost: "Si no la agregas, la empresa decide sin ella.",
      act: "prueba",
      go: "Agregar una prueba nueva",
    },
  },
  decision: "Qué se decidió",
  reasons: "Por qué",
  download: "Descargar la resolución (PDF)",
  recourse: "Puedes pedir que la revisen hasta el",
  recourseOver: "Podías pedir que la revisen hasta el",
  recourseGo: "Pedir que revisen la decisión",
  recourseLost: "Si no lo pides, la decisión queda firme y ya no se puede cambiar.",
  whole: "Leer la resolución completa",
  recourseHow: "Está en tu reclamo. Si lo presentaste sin cuenta, por teléfono o con otra cuenta,",
  recourseOpen: "ábrelo con tu código y tu clave",
} as const;
