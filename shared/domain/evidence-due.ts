import type { CalendarDay } from "./calendar-day.ts";
import { type ClaimLaw, workingOf } from "./claim-clocks.ts";
import { lastEvent } from "./claim-events.ts";
import { allowedEvents, type Claim } from "./claim-states.ts";

/** Until when evidence is still to come: the day it is planned for, or the last of the term to get it. */
export interface EvidenceDue {
  readonly on: CalendarDay;
  readonly by: "plan" | "term";
}

function notOver(day: CalendarDay | undefined, today: CalendarDay, by: EvidenceDue["by"]): EvidenceDue | undefined {
  return day !== undefined && day >= today ? { on: day, by } : undefined;
}

/**
 * When the visit to the supply is due: on the first day one is planned for, else by the end of its term (T06). Nothing
 * once both are over, or where the claim takes no visit any more: then a visit that was not made is missing.
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

/** When the meter test is due: on the day it was ordered for, until that is over. */
export function meterTestDue(claim: Claim, today: CalendarDay): EvidenceDue | undefined {
  if (!allowedEvents(claim.state).includes("meter-test-reported")) return undefined;
  return notOver(lastEvent(claim.history, "meter-test-ordered")?.testOn, today, "plan");
}

/** When the repair of a leak is to be verified: not before its user's days to repair it (T23) are over. */
export function repairDue(claim: Claim, law: ClaimLaw, today: CalendarDay): EvidenceDue | undefined {
  if (!allowedEvents(claim.state).includes("leak-verified")) return undefined;
  return notOver(workingOf("T23", claim, law)?.dueDate, today, "term");
}
