import { type CalendarDay, limaDay } from "./calendar-day.ts";
import { clocksOf, workingOf } from "./claim-clocks.ts";
import type { ClaimEventType } from "./claim-events.ts";
import { hearingDay, instanceOf } from "./claim-instance.ts";
import { type ClaimLaw, lawAt } from "./claim-law.ts";
import { type Claim, type ClockId, stateTable } from "./claim-states.ts";
import { allowedEvents } from "./claim-transitions.ts";

/**
 * The terms of the company whose end a claimant is told of. Not those whose end is a state of its own: a silence (T10, T14,
 * T17) says more than a delay.
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

/** What ends a delay, of those that an act ends without leading to another state. */
const doneBy: Partial<Readonly<Record<OwedClock, ClaimEventType>>> = {
  T06: "inspection-reported",
  T07: "conciliation-held",
  T08: "resolution-signed",
  T12: "resolution-signed",
  T25: "filing-copy-sent",
};

/** An act that the company did not do in its term, or by the day it had set for it. */
export interface Late {
  readonly clock: OwedClock;
  /** The last day of its term, once that is over. */
  readonly dueOn?: CalendarDay | undefined;
  /** The day it had set for it, and let pass. */
  readonly missedOn?: CalendarDay | undefined;
  /** Not notified by then, the claim is granted by silence. */
  readonly grantedAfter?: CalendarDay | undefined;
}

/** The last day to notify what is being decided, while that may still be done. */
function silenceDay(claim: Claim, law: ClaimLaw): CalendarDay | undefined {
  const clock = (["T10", "T14"] as const).find((id) => stateTable[claim.state].clocks.includes(id));
  return clock && workingOf(clock, claim, law)?.dueDate;
}

/** The day set for a visit or a hearing that can still take place and is over. */
function missedDays(claim: Claim, law: ClaimLaw, today: CalendarDay, visits: readonly CalendarDay[]) {
  const instance = instanceOf(claim, law);
  const hearing = claim.state === "hearing-due" ? hearingDay(instance) : undefined;
  const isVisited = allowedEvents(claim.state).includes("inspection-reported");
  const visit = isVisited ? visits.findLast((on) => on >= instance.from && on < today) : undefined;
  return { T06: visit, T07: hearing !== undefined && hearing < today ? hearing : undefined };
}

/**
 * Lists what the company is late with, in the order of its terms: terms that ended unmet, and visits or hearings whose day
 * passed without a report. What was done after its day is not listed.
 * @param claim as read at `now`
 * @param now an instant, ISO 8601 in UTC
 * @param visits the days of visits planned and not reported
 */
export function lateOf(claim: Claim, law: ClaimLaw, now: string, visits: readonly CalendarDay[]): readonly Late[] {
  const { events } = instanceOf(claim, law);
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
    const isDone = events.some(({ type }) => type === doneBy[clock]);
    // What goes to its decision without a hearing has none to be late.
    const isOff = clock === "T07" && claim.state === "in-resolution";
    const dueOn = isDone || isOff ? undefined : lapsed.get(clock);
    const missedOn = missed[clock];
    if (dueOn === undefined && missedOn === undefined) return [];
    return [{ clock, dueOn, missedOn, grantedAfter: clock === "T25" ? undefined : grantedAfter }];
  });
}
