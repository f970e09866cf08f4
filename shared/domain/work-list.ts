import { addDays, type CalendarDay, limaDay, limaInstant } from "./calendar-day.ts";
import { awaitsAcceptance, claimAt, nextLapse } from "./claim.ts";
import { type ClaimLaw, clocksOf, hearingDay, instanceOf } from "./claim-clocks.ts";
import { type ClaimEvent, lastEvent } from "./claim-events.ts";
import { allowedEvents, type Claim, type ClaimState, stateTable } from "./claim-states.ts";
import type { CalendarId } from "./legal-calendar.ts";
import { awaitsCertificate } from "./silence.ts";
import { leavesAsBilled } from "./standing-decisions.ts";

/** The desk's work lists: what a claim waits for. `user` and `tribunal` are waiting, `over` is not listed. */
export const queues = [
  "admission",
  "investigation",
  "conciliation",
  "resolution",
  "signature",
  "notification",
  "elevation",
  "execution",
  "user",
  "tribunal",
  "over",
] as const;
export type Queue = (typeof queues)[number];

const queueOf: Readonly<Record<ClaimState, Queue>> = {
  filed: "admission",
  observed: "user",
  "not-filed": "over",
  "under-investigation": "investigation",
  "hearing-due": "conciliation",
  conciliated: "execution",
  "partly-conciliated": "resolution",
  "no-agreement": "resolution",
  absence: "resolution",
  "in-resolution": "resolution",
  resolved: "notification",
  notified: "user",
  "silence-to-confirm": "notification",
  "positive-silence": "execution",
  "in-reconsideration": "resolution",
  "reconsideration-resolved": "notification",
  "reconsideration-notified": "user",
  "reconsideration-silence-to-confirm": "notification",
  "reconsideration-silence": "execution",
  "in-appeal": "elevation",
  elevated: "tribunal",
  "negative-silence": "tribunal",
  "tribunal-decided": "execution",
  withdrawn: "over",
  firm: "execution",
  "in-execution": "execution",
  closed: "over",
};

/** Whether a resolution was sent to signature and not returned. */
function isFrozen({ state, history }: Claim): boolean {
  const last = history.findLast(({ type }) => type.startsWith("resolution-"));
  return allowedEvents(state).includes("resolution-signed") && last?.type === "resolution-issued";
}

/** Whom a decision waits for: who writes it, where a withdrawal is asked for, or who signs what was sent to them. */
function deciding(claim: Claim, isAcceptanceSent: boolean): Extract<Queue, "resolution" | "signature"> | undefined {
  if (awaitsAcceptance(claim)) return isAcceptanceSent ? "signature" : "resolution";
  return isFrozen(claim) ? "signature" : undefined;
}

/**
 * The list a claim stands on. What is sent to signature waits for who signs; a withdrawal that was asked for, for who
 * writes its acceptance.
 * @param isAcceptanceSent whether the acceptance of a withdrawal waits for its signature
 */
export function queueFor(claim: Claim, isAcceptanceSent = false): Queue {
  const { state, history } = claim;
  // Whoever does not know yet what is missing is told by staff, if their mail stays unanswered.
  if (state === "observed" && !lastEvent(history, "defect-notified")) return "notification";
  if (state === "firm" && leavesAsBilled(history)) return "over";
  const queue = queueOf[state];
  return queue === "notification" ? queue : (deciding(claim, isAcceptanceSent) ?? queue);
}

/** The calendar of who must act next: what is left to a person is counted in their own days. */
export function termCalendar(state: ClaimState): CalendarId {
  return stateTable[state].next === "user" ? "USER" : "COMPANY";
}

/**
 * The day that orders a claim on its list: the hearing's while it is due, the first of a silence nobody certified, else the first end of a term that still runs of
 * who acts next, else of the other; or what passes by itself before that. Never after the day the claim's state lapses.
 */
export function legalDay(claim: Claim, law: ClaimLaw, now: string): CalendarDay | undefined {
  // Not told yet: both sides must know at once, and the sweep must find it.
  if (awaitsCertificate(claim)) return claim.since;
  if (claim.state === "hearing-due") return hearingDay(instanceOf(claim, law));
  const clocks = clocksOf(claim, law, now);
  const running = clocks.filter(({ status }) => status === "running");
  const ours = running.filter(({ calendar }) => calendar === termCalendar(claim.state));
  const ends = (ours.length > 0 ? ours : running.length > 0 ? running : clocks).map(({ dueDate }) => dueDate);
  const next = nextLapse(claim, law);
  if (next) ends.push(next.lapse === "hearing" ? addDays(next.last, 1) : next.last);
  const [first] = ends.sort();
  return first;
}

/** How a claim will stand from a day on if nothing else is recorded. */
export interface Forecast {
  readonly from: CalendarDay;
  readonly state: ClaimState;
  readonly queue: Queue;
  readonly dueOn?: CalendarDay | undefined;
}

/**
 * What a claim is now and what it becomes as its terms lapse: what a list can show without reading the history.
 * Throws `RangeError` without a filing in the history.
 * @param now an instant, ISO 8601 in UTC
 * @param isAcceptanceSent whether the acceptance of a withdrawal waits for its signature
 */
export function forecast(
  history: readonly ClaimEvent[],
  law: ClaimLaw,
  now: string,
  isAcceptanceSent = false,
): readonly Forecast[] {
  const steps: Forecast[] = [];
  let at = now;
  for (;;) {
    const claim = claimAt(history, law, at);
    if (!claim) throw new RangeError("a history without a filing");
    const dueOn = legalDay(claim, law, at);
    const queue = queueFor(claim, isAcceptanceSent);
    steps.push({ from: limaDay(at), state: claim.state, queue, ...(dueOn && { dueOn }) });
    const next = nextLapse(claim, law);
    if (next === undefined) return steps;
    at = limaInstant(addDays(next.last, 1), "00:00");
  }
}
