import { instant } from "./format.ts";

export const notifiedWords = {
  confirmed: (at: string) => `Confirmaste que la recibiste el ${instant(at)}`,
  decision: "Qué se decidió",
  reasons: "Por qué",
  download: "Descargar la resolución (PDF)",
  recourse: "Puedes pedir que la revisen hasta el",
  recourseGo: "Pedir que revisen la decisión",
  recourseHow: "Está en tu reclamo. Si lo presentaste por teléfono o con otra cuenta,",
  recourseOpen: "ábrelo con tu código y tu clave",
} as const;
