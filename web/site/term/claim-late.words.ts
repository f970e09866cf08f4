import type { ClaimView } from "../../words/claim.ts";
import { notDone } from "../../words/claim-clocks.ts";
import { date, dateWithWeekday } from "../../words/format.ts";

type Late = ClaimView["late"][number];

const missed: Partial<Readonly<Record<Late["clock"], (day: string) => string>>> = {
  T06: (day) => `Te dimos el ${date(day)} para visitarte, y no figura que fuimos.`,
  T07: (day) => `La reunión era el ${date(day)}, y no figura que se hizo.`,
};

/** What the claimant does not lose by the delay, by term. */
const kept: Partial<Readonly<Record<Late["clock"], string>>> = {
  T06: "Si la visita falta, eso no cuenta contra ti.",
  T16: "Tu apelación no se pierde por eso.",
};

/**
 * Returns sentences on a term that the company missed: what it did not do and since when, the day of the missed visit
 * or hearing, and what the claimant does not lose by it. A sentence for which there is nothing to say is left out.
 */
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
