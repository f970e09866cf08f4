import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { deadline } from "../../words/deadline.ts";
import { cubicMetres, date, dateWithWeekday, instant, monthAndYear, soles } from "../../words/format.ts";

export type DecisionView = AnswerOf<Routes["showDecision"]>["decisions"][number];
type Month = DecisionView["months"][number];

/** The words of the page of a decision: first what it means, then its own text. */
export const decisionWords = {
  back: "Volver al reclamo",
  none: "Todavía no te notificamos una decisión sobre este reclamo.",
  notified: (day: string) => `Vale desde el ${dateWithWeekday(day)}, el día en que se te notificó.`,
  changes: "Qué cambia en tu recibo",
  noChange: "Ningún recibo cambia con esta decisión.",
  month: ({ period, corrected }: Month) =>
    corrected
      ? `El recibo de ${monthAndYear(period)} queda en ${cubicMetres(corrected.m3)} y ${soles(corrected.amount)} por el mes.`
      : `El recibo de ${monthAndYear(period)} queda como se facturó.`,
  todo: "Qué puedes hacer",
  agree: "Si estás de acuerdo, no tienes que hacer nada.",
  recourse: (until: string, daysLeft: number) =>
    `Si no estás de acuerdo, puedes pedir que la revisen hasta el ${deadline(until, daysLeft)}. Es gratis y no necesitas abogado.`,
  meanwhile: "Mientras corre ese plazo no te exigimos lo reclamado ni te cortamos el agua por ese recibo.",
  review: "Pedir que revisen la decisión",
  over: "El plazo para pedir que la revisen no corre ahora. En tu reclamo ves en qué está.",
  why: "Por qué lo decidimos así",
  text: "La resolución, completa",
  sameText: "Es el mismo texto del documento firmado.",
  noText: "Su texto completo está en el documento firmado:",
  number: (number: string, on: string) => `Resolución ${number}, del ${date(on)}`,
  rectified: (at: string, says: string, should: string) =>
    `Error corregido el ${instant(at)} Dice «${says}», debe decir «${should}». Lo decidido no cambia.`,
  download: "Descargar el documento firmado (PDF)",
  before: "Decisiones anteriores",
  see: "Leer la decisión completa",
} as const;
