import { instant } from "./format.ts";

export const claimsWords = {
  empty: "Todavía no tienes reclamos.",
  start: "Reclamar por un recibo",
  waiting: "Esperan algo de ti",
  toCorrect: "Documentos que debes corregir",
  correct: "Corrige lo que falta.",
  correctBy: (day: string) => `Corrige lo que falta: tienes hasta el ${day}`,
  sendAgain: "Envía otra vez un archivo que no se pudo leer.",
  others: "En curso",
  over: "Terminados",
  filed: (at: string) => `Presentado el ${instant(at)}`,
  answerBy: "Te respondemos a más tardar el",
  /** Of a decision that is not recorded as delivered in its term. */
  notAnswered: (day: string) =>
    `Debíamos avisarte la decisión hasta el ${day}. Comprobamos si te la entregamos a tiempo. Si no, la ley da tu pedido por aceptado.`,
  /** Which term it is only the claim says: a queja's may end first. */
  due: (daysLeft = 0) => (daysLeft < 0 ? "Un plazo venció el" : "El siguiente plazo vence el"),
  more: "Ver más",
  resumeText: "¿Reclamaste sin cuenta, por teléfono o con otra cuenta?",
  resume: "Abrirlo con tu código y tu clave",
  stateText: "¿Solo quieres saber en qué está?",
  state: "Consultarlo sin ingresar",
} as const;
