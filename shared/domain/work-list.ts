import { addDays, type CalendarDay, limaDay, limaInstant } from "./calendar-day.ts";
import { awaitsAcceptance, claimAt, nextLapse } from "./claim.ts";
import { clocksOf } from "./claim-clocks.ts";
import { type ClaimEvent, lastEvent } from "./claim-events.ts";
import { hearingDay, instanceOf } from "./claim-instance.ts";
import type { ClaimLaw } from "./claim-law.ts";
import { type Claim, type ClaimState, stateTable } from "./claim-states.ts";
import { allowedEvents } from "./claim-transitions.ts";
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
function termCalendar(state: ClaimState): CalendarId {
  return stateTable[state].next === "user" ? "USER" : "COMPANY";
}

/** The day a claim is listed by, and the calendar its working days are counted on. */
export interface LegalDay {
  readonly dueOn: CalendarDay;
  readonly calendar: CalendarId;
}

/**
 * The legal day of a claim: the hearing's while it is due, the first of a silence nobody certified, else the first end of
 * a term that still runs of who acts next, else of the other, else the first that ended unmet; or what passes by itself
 * before that. It is never after the day the claim's state lapses, and it changes only once it is over.
 */
export function legalDay(claim: Claim, law: ClaimLaw, now: string): LegalDay | undefined {
  const own = termCalendar(claim.state);
  // Not told yet: both sides must know at once, and the sweep must find it.
  if (awaitsCertificate(claim)) return { dueOn: claim.since, calendar: own };
  if (claim.state === "hearing-due") {
    const hearing = hearingDay(instanceOf(claim, law));
    return hearing && { dueOn: hearing, calendar: own };
  }
  const unmet = clocksOf(claim, law, now).filter(({ status }) => status !== "met");
  const running = unmet.filter(({ status }) => status === "running");
  const ours = running.filter(({ calendar }) => calendar === own);
  const ends = [ours, running, unmet].find(({ length }) => length > 0) ?? [];
  const days = ends.map(({ dueDate, calendar }): LegalDay => ({ dueOn: dueDate, calendar }));
  const next = nextLapse(claim, law);
  if (next) days.push({ dueOn: next.lapse === "hearing" ? addDays(next.last, 1) : next.last, calendar: own });
  return days.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
}

/** How a claim stands: what its list and its page both say of it. */
export interface Standing extends Partial<LegalDay> {
  readonly state: ClaimState;
  readonly since: CalendarDay;
}

/** How a claim stands as read at an instant. */
export function standingOf(claim: Claim, law: ClaimLaw, now: string): Standing {
  return { state: claim.state, since: claim.since, ...legalDay(claim, law, now) };
}

/** How a claim will stand from a day on if nothing else is recorded. */
export interface Forecast extends Standing {
  readonly from: CalendarDay;
  readonly queue: Queue;
}

/** Whether two steps say the same of a claim, from whatever day on. */
export function saysSame(a: Forecast, b: Forecast): boolean {
  return (
    a.state === b.state &&
    a.since === b.since &&
    a.queue === b.queue &&
    a.dueOn === b.dueOn &&
    a.calendar === b.calendar
  );
}

/**
 * What a claim is now and what it becomes as its terms end: a step for each day on which its state, its list or its legal
 * day changes, which a list can show without reading the history. Throws `RangeError` without a filing in the history.
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
    const today = limaDay(at);
    const step = { from: today, ...standingOf(claim, law, at), queue: queueFor(claim, isAcceptanceSent) };
    const before = steps.at(-1);
    if (!(before && saysSame(before, step))) steps.push(step);
    const last = firstOf([step.dueOn, nextLapse(claim, law)?.last].flatMap((day) => (day && day >= today ? day : [])));
    if (last === undefined) return steps;
    at = limaInstant(addDays(last, 1), "00:00");
  }
}

function firstOf(days: readonly CalendarDay[]): CalendarDay | undefined {
  return days.toSorted()[0];
}
