import type { ClaimView } from "./claim.ts";
import { date, dateWithWeekday } from "./format.ts";

type Late = ClaimView["late"][number];

/** What was not done in its time, by the term it had. */
export const notDone: Readonly<Record<Late["clock"], string>> = {
  T06: "No te visitamos a tiempo",
  T07: "No hicimos la reunión a tiempo",
  T08: "No decidimos tu reclamo a tiempo",
  T09: "No te avisamos la decisión a tiempo",
  T12: "No decidimos tu pedido de revisión a tiempo",
  T13: "No te avisamos a tiempo lo que decidimos en la revisión",
  T16: "No enviamos tu expediente al tribunal de SUNASS a tiempo",
  T19: "No cumplimos a tiempo",
  T20: "Tu queja no avanzó a tiempo",
  T25: "No te enviamos a tiempo la copia de tu reclamo",
};

const missed: Partial<Readonly<Record<Late["clock"], (day: string) => string>>> = {
  T06: (day) => `Te dimos el ${date(day)} para visitarte, y no consta que fuimos.`,
  T07: (day) => `La reunión era el ${date(day)}, y no consta que se hizo.`,
};

/** What the delay takes from nobody. */
const kept: Partial<Readonly<Record<Late["clock"], string>>> = {
  T06: "Si la visita falta, eso no cuenta contra ti.",
  T16: "Tu apelación no se pierde por eso.",
};

/** What the company owes: since when, and what that leaves as it is. */
export function lateWords({ clock, dueOn, missedOn }: Late): readonly string[] {
  const parts = [
    dueOn && `${notDone[clock]}: vencía el ${dateWithWeekday(dueOn)}.`,
    missedOn && missed[clock]?.(missedOn),
    kept[clock],
  ];
  return parts.flatMap((part) => part || []);
}

export const lateSectionWords = {
  title: "Nos atrasamos",
  granted: (day: string) =>
    `Si no te avisamos la decisión hasta el ${dateWithWeekday(day)}, la ley da tu pedido por aceptado. No tienes que pedirlo.`,
  queja: "Puedes quejarte por la demora. Es gratis y no detiene tu reclamo.",
  complain: "Presentar una queja",
} as const;
