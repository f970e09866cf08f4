import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { instant } from "../../words/format.ts";

type Listed = AnswerOf<Routes["listClaims"]>["claims"][number];

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
  /** Whose term it is; for what only the claim says, since a queja's may end first. */
  due: (next: Listed["next"], daysLeft = 0) => {
    if (next === "tribunal") return `El tribunal de SUNASS ${daysLeft < 0 ? "tenía" : "tiene"} plazo hasta el`;
    return daysLeft < 0 ? "La empresa está atrasada: tenía plazo hasta el" : "La empresa tiene plazo hasta el";
  },
  endings: {
    agreement: "Hubo acuerdo",
    silence: "La ley dio tu pedido por aceptado",
    upheld: "Te dimos la razón",
    "partly-upheld": "Te dimos la razón en parte",
    rejected: "No te dimos la razón",
    dismissed: "No se pudo decidir si tienes razón",
    concluded: "Sin decidir si tienes razón",
    "tribunal-granted": "El tribunal te dio la razón, en todo o en parte",
    "tribunal-confirmed": "El tribunal confirmó la decisión de la empresa",
    "tribunal-inadmissible": "El tribunal no admitió tu apelación",
  } satisfies Record<NonNullable<Listed["ended"]>, string>,
  more: "Ver más",
  resumeText: "¿Reclamaste sin cuenta, por teléfono o con otra cuenta?",
  resume: "Abrirlo con tu código y tu clave",
  stateText: "¿Solo quieres saber en qué está?",
  state: "Consultarlo sin ingresar",
} as const;
