import { isFact } from "../../domain/case/case-events.ts";
import { claimAt } from "../../domain/case/claim.ts";
import { type ClaimEvent, type ClaimEventType, claimEventNames } from "../../domain/case/claim-events.ts";
import { lawAt } from "../../domain/case/claim-law.ts";
import { type ClockId, stateTable } from "../../domain/case/claim-states.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { clocksOf, workingOf } from "../../domain/term/claim-clocks.ts";
import type { DueDate } from "../../domain/term/due-dates.ts";
import type { CaseAt } from "../case/case-at.ts";

/** A date the tribunal asks for first. */
export interface CoverDate {
  readonly name: string;
  readonly on: CalendarDay;
}

/** A term, and how many of its days (`of`) had run (`days`) when it was met, or have run by now. */
export interface CoverTerm {
  readonly name: string;
  readonly from: CalendarDay;
  /** The day of the act that met it; absent while it is owed. */
  readonly metOn?: CalendarDay | undefined;
  readonly dueDate: CalendarDay;
  readonly days: number;
  readonly of: number;
  /** Whether it was met after its last day, or that day is over and it was not met. */
  readonly late: boolean;
}

/** The dates and terms on the first sheet of a copy. */
export interface CoverFacts {
  readonly dates: readonly CoverDate[];
  readonly terms: readonly CoverTerm[];
}

/** Acts that close a term on the first sheet, and the terms each may close. */
const closing: Partial<Readonly<Record<ClaimEventType, readonly ClockId[]>>> = {
  "resolution-notified": ["T10", "T14"],
  "reconsideration-filed": ["T11"],
  "appeal-filed": ["T11", "T15"],
  "file-elevated": ["T16"],
  "tribunal-decided": ["T17"],
};

const termNames: Partial<Readonly<Record<ClockId, string>>> = {
  T10: "Resolver y notificar el reclamo",
  T11: "Recurrir",
  T14: "Resolver y notificar la reconsideración",
  T15: "Apelar",
  T16: "Elevar el expediente",
  T17: "Decidir el tribunal",
};

/**
 * Returns the dates and terms on the first sheet of a copy. The dates are those of the filing, of each signed
 * resolution, and of each act that may close a term. The terms are those to decide, to file a recourse, to elevate the
 * file, and for the tribunal to decide. Terms that an act met come first, counted by the law and calendars in force
 * when the act was recorded; terms of the claim's present state follow.
 */
export function coverFacts({ file: { events }, law, claim, now }: CaseAt): CoverFacts {
  const facts = events.filter(isFact);
  const met = facts.flatMap((fact, index): readonly CoverTerm[] => {
    const before = claimAt(facts.slice(0, index), law, fact.recordedAt);
    if (!before) return [];
    const then = lawAt(law, fact.recordedAt);
    const asked = closing[fact.type] ?? [];
    const { clocks } = stateTable[before.state];
    // A late act meets a term that the present state no longer has.
    const clock = asked.find((id) => clocks.includes(id)) ?? asked.findLast((id) => workingOf(id, before, then));
    const working = clock && workingOf(clock, before, then);
    return working ? [{ ...used(clock, working, actDay(fact)), metOn: actDay(fact) }] : [];
  });
  const running = clocksOf(claim, law, now).filter(({ id }) => termNames[id] !== undefined);
  return {
    dates: facts
      .filter(({ type }) => type === "claim-filed" || type === "resolution-signed" || closing[type] !== undefined)
      .map((fact) => ({ name: claimEventNames[fact.type], on: actDay(fact) })),
    terms: [...met, ...running.map(({ id, working }) => used(id, working, limaDay(now)))],
  };
}

/** The day of an act: its legal filing day if it has one, else the day it took effect. */
function actDay(fact: ClaimEvent): CalendarDay {
  return "filedOn" in fact ? fact.filedOn : limaDay(fact.effectiveAt);
}

function used(id: ClockId, { from, dueDate, amount, days }: DueDate, by: CalendarDay): CoverTerm {
  const counted = days.filter((day) => day.counted && day.date <= by).length;
  return { name: termNames[id] ?? id, from, dueDate, days: counted, of: amount, late: by > dueDate };
}
