import { lastEvent } from "../case/claim-events.ts";
import type { ClaimLaw } from "../case/claim-law.ts";
import type { Claim } from "../case/claim-states.ts";
import { allowedEvents } from "../case/claim-transitions.ts";
import type { CalendarDay } from "../term/calendar-day.ts";
import { workingOf } from "../term/claim-clocks.ts";

/**
 * The day until which evidence may still arrive. `plan`: the day planned for the evidence. `term`: the last day of its
 * term.
 */
export interface EvidenceDue {
  readonly on: CalendarDay;
  readonly by: "plan" | "term";
}

function notOver(day: CalendarDay | undefined, today: CalendarDay, by: EvidenceDue["by"]): EvidenceDue | undefined {
  return day !== undefined && day >= today ? { on: day, by } : undefined;
}

/**
 * Returns until when a visit to the supply may still be made: the first day of `planned` that is `today` or later (by
 * `plan`). If there is none, the last day of the term for visits, T06 (by `term`), if that day is `today` or later.
 * Undefined otherwise, and if the claim's state allows no report of a visit.
 * @param planned days of the visits nobody reported yet
 */
export function visitDue(
  claim: Claim,
  law: ClaimLaw,
  planned: readonly CalendarDay[],
  today: CalendarDay,
): EvidenceDue | undefined {
  if (!allowedEvents(claim.state).includes("inspection-reported")) return undefined;
  const [first] = planned.filter((day) => day >= today).toSorted();
  return notOver(first, today, "plan") ?? notOver(workingOf("T06", claim, law)?.dueDate, today, "term");
}

/**
 * Returns the day of the meter test ordered last (by `plan`), if it is `today` or later. Undefined if the day is past,
 * if no test was ordered, or if the claim's state allows no result of a test.
 */
export function meterTestDue(claim: Claim, today: CalendarDay): EvidenceDue | undefined {
  if (!allowedEvents(claim.state).includes("meter-test-reported")) return undefined;
  return notOver(lastEvent(claim.history, "meter-test-ordered")?.testOn, today, "plan");
}

/**
 * Returns the last day of the user's term to repair a leak (T23), if it is `today` or later. Undefined if the term is
 * over or has not started, or if the claim's state allows no verification of the repair.
 */
export function repairDue(claim: Claim, law: ClaimLaw, today: CalendarDay): EvidenceDue | undefined {
  if (!allowedEvents(claim.state).includes("leak-verified")) return undefined;
  return notOver(workingOf("T23", claim, law)?.dueDate, today, "term");
}
