import type { CalendarDay } from "./calendar-day.ts";
import { workingOf } from "./claim-clocks.ts";
import { lastEvent } from "./claim-events.ts";
import type { ClaimLaw } from "./claim-law.ts";
import type { Claim } from "./claim-states.ts";
import { allowedEvents } from "./claim-transitions.ts";

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

/** Returns the day a meter test was ordered for while it is not over; undefined without one. */
export function meterTestDue(claim: Claim, today: CalendarDay): EvidenceDue | undefined {
  if (!allowedEvents(claim.state).includes("meter-test-reported")) return undefined;
  return notOver(lastEvent(claim.history, "meter-test-ordered")?.testOn, today, "plan");
}

/** Returns the last of the user's days to repair a leak (T23) while they run: its repair is verified after them. */
export function repairDue(claim: Claim, law: ClaimLaw, today: CalendarDay): EvidenceDue | undefined {
  if (!allowedEvents(claim.state).includes("leak-verified")) return undefined;
  return notOver(workingOf("T23", claim, law)?.dueDate, today, "term");
}
