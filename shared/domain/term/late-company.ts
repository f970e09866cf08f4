import { hearingDay, instanceOf } from "../case/claim-instance.ts";
import { type ClaimLaw, lawAt } from "../case/claim-law.ts";
import { type Claim, type ClockId, stateTable } from "../case/claim-states.ts";
import { allowedEvents } from "../case/claim-transitions.ts";
import { isQuejaSent } from "../recourse/unanswered-quejas.ts";
import { type CalendarDay, limaDay } from "./calendar-day.ts";
import { clocksOf, workingOf } from "./claim-clocks.ts";

/**
 * Terms of the company about whose end the claimant is notified. Terms that end in a silence (T10, T14, T17) are left
 * out: the silence is notified instead of the delay.
 */
export const owedClocks = [
  "T06",
  "T07",
  "T08",
  "T09",
  "T12",
  "T13",
  "T16",
  "T19",
  "T20",
  "T25",
] as const satisfies readonly ClockId[];
type OwedClock = (typeof owedClocks)[number];

/** An act that the company did not do within its term, or on the day it had set for it. */
export interface Late {
  readonly clock: OwedClock;
  /** The last day of its term, if that is over. */
  readonly dueOn?: CalendarDay | undefined;
  /** The day the company had set for it, if that passed without the act. */
  readonly missedOn?: CalendarDay | undefined;
  /** If the decision is not notified by this day, the claim is granted by silence. */
  readonly grantedAfter?: CalendarDay | undefined;
}

/**
 * Returns the last day to notify the present decision (T10; T14 in a reconsideration), after which silence grants the
 * claim. Undefined in a state that owes no notice of a decision. The day may have passed.
 */
export function silenceDay(claim: Claim, law: ClaimLaw): CalendarDay | undefined {
  const clock = (["T10", "T14"] as const).find((id) => stateTable[claim.state].clocks.includes(id));
  return clock && workingOf(clock, claim, law)?.dueDate;
}

/** Returns the past days of visits and hearings that were set and not held, and still can be. */
function missedDays(claim: Claim, law: ClaimLaw, today: CalendarDay, visits: readonly CalendarDay[]) {
  const instance = instanceOf(claim, law);
  const hearing = claim.state === "hearing-due" ? hearingDay(instance) : undefined;
  const isVisited = allowedEvents(claim.state).includes("inspection-reported");
  const visit = isVisited ? visits.findLast((on) => on >= instance.from && on < today) : undefined;
  return { T06: visit, T07: hearing !== undefined && hearing < today ? hearing : undefined };
}

/**
 * Returns what the company is late with in the present instance, in the order of `owedClocks`. `dueOn` is the last day
 * of a term that is over without its act; left out are what was done late, T07 in the state `in-resolution` and T20
 * of a queja that was forwarded. `missedOn` is a day before today that was set for a visit or a hearing without a
 * report. `grantedAfter` is the last day before silence grants the claim; absent for T25.
 * @param claim as read at `now`, an instant in ISO 8601 in UTC
 * @param visits the days of visits that were planned and not reported
 */
export function lateOf(claim: Claim, law: ClaimLaw, now: string, visits: readonly CalendarDay[]): readonly Late[] {
  const missed: Partial<Record<ClockId, CalendarDay | undefined>> = missedDays(
    claim,
    lawAt(law, now),
    limaDay(now),
    visits,
  );
  const lapsed = new Map(
    clocksOf(claim, law, now).flatMap(({ id, dueDate, status }) => (status === "lapsed" ? [[id, dueDate]] : [])),
  );
  const grantedAfter = silenceDay(claim, lawAt(law, now));
  return owedClocks.flatMap((clock) => {
    // A claim that goes to its decision without a hearing has no hearing that could be late.
    const isOff = (clock === "T07" && claim.state === "in-resolution") || (clock === "T20" && isQuejaSent(claim));
    const dueOn = isOff ? undefined : lapsed.get(clock);
    const missedOn = missed[clock];
    if (dueOn === undefined && missedOn === undefined) return [];
    return [{ clock, dueOn, missedOn, grantedAfter: clock === "T25" ? undefined : grantedAfter }];
  });
}
