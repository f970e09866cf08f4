import { lastEvent } from "../case/claim-events.ts";
import { hearingDay, instanceOf } from "../case/claim-instance.ts";
import type { ClaimLaw } from "../case/claim-law.ts";
import { type Claim, type ClaimState, type ClockId, stateTable } from "../case/claim-states.ts";
import { waitingQuejas } from "../recourse/unanswered-quejas.ts";
import type { CalendarDay } from "./calendar-day.ts";
import { daysFromFiling, workingOf } from "./claim-clocks.ts";

/** What the utility is to do next in a claim that silence may grant. */
export const owedActs = ["admit", "visit", "hear", "decide", "notify", "forward-queja"] as const;
export type OwedAct = (typeof owedActs)[number];

/** The utility's target for its next act. */
export interface Target {
  readonly metaOf: OwedAct;
  readonly metaOn: CalendarDay;
}

const byState: Readonly<Partial<Record<ClaimState, OwedAct>>> = {
  filed: "admit",
  "under-investigation": "visit",
  "hearing-due": "hear",
  "partly-conciliated": "decide",
  "no-agreement": "decide",
  absence: "decide",
  "in-resolution": "decide",
  resolved: "notify",
  "in-reconsideration": "decide",
  "reconsideration-resolved": "notify",
};

/** Returns the last day of the first of these terms that the claim's state has. */
function termOf(ids: readonly ClockId[], claim: Claim, law: ClaimLaw): CalendarDay | undefined {
  const id = ids.find((each) => stateTable[claim.state].clocks.includes(each));
  return id && workingOf(id, claim, law)?.dueDate;
}

function actOf(claim: Claim, law: ClaimLaw, visits: readonly CalendarDay[]): OwedAct | undefined {
  if (claim.state !== "under-investigation") return byState[claim.state];
  const instance = instanceOf(claim, law);
  const isReported = lastEvent(instance.events, "inspection-reported") !== undefined;
  if (visits.length > 0 || (!isReported && termOf(["T06"], claim, law))) return "visit";
  return hearingDay(instance) ? "hear" : "decide";
}

/**
 * Returns what the utility is to do next in a claim, and its target day, which may have passed: to admit it
 * (`claim.observeDays`), to visit (T06), to hold the hearing on its day, to decide (T08, T12), to notify (T09, T13), or
 * to forward a queja (T20) if that comes first. Undefined in a state that owes none of these, or without a day.
 * @param law as of the day of reading
 * @param visits the days of visits that were planned and not reported
 */
export function targetOf(claim: Claim, law: ClaimLaw, visits: readonly CalendarDay[]): Target | undefined {
  const days: Readonly<Record<OwedAct, () => CalendarDay | undefined>> = {
    admit: () => daysFromFiling(claim, law.claim.observeDays, law).dueDate,
    visit: () => termOf(["T06"], claim, law),
    hear: () => hearingDay(instanceOf(claim, law)),
    decide: () => termOf(["T08", "T12"], claim, law),
    notify: () => termOf(["T09", "T13"], claim, law),
    "forward-queja": () => workingOf("T20", claim, law)?.dueDate,
  };
  const [queja] = waitingQuejas(claim);
  const acts = [actOf(claim, law, visits), ...(queja && !queja.sent ? ["forward-queja" as const] : [])];
  return acts
    .flatMap((metaOf) => {
      const metaOn = metaOf && days[metaOf]();
      return metaOn ? [{ metaOf, metaOn }] : [];
    })
    .toSorted((a, b) => a.metaOn.localeCompare(b.metaOn))[0];
}
