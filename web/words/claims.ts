import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { instant } from "./format.ts";

type Summary = AnswerOf<Routes["listClaims"]>["claims"][number];

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
  due: ({ next, daysLeft = 0 }: Pick<Summary, "next" | "daysLeft">) => {
    const has = daysLeft < 0 ? "tenía" : "tiene";
    return `${next === "tribunal" ? "El tribunal" : "La empresa"} ${has} hasta el`;
  },
  more: "Ver más",
  resumeText: "¿Reclamaste sin cuenta, por teléfono o con otra cuenta?",
  resume: "Abrirlo con tu código y tu clave",
  stateText: "¿Solo quieres saber en qué está?",
  state: "Consultarlo sin ingresar",
} as const;
