import { instant } from "./format.ts";

export const claimsWords = {
  empty: "Todavía no tienes reclamos.",
  start: "Reclamar por un recibo",
  waiting: "Esperan algo de ti",
  others: "En curso",
  over: "Terminados",
  filed: (at: string) => `Presentado el ${instant(at)}`,
  due: "El plazo que corre vence el",
  more: "Ver más",
  resumeText: "¿Reclamaste por teléfono o con otra cuenta?",
  resume: "Abrirlo con tu código y tu clave",
  stateText: "¿Solo quieres saber en qué está?",
  state: "Consultarlo sin ingresar",
} as const;
