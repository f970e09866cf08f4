import { awaitsAcceptance, claimAt, nextLapse } from "../case/claim.ts";
import { type ClaimEvent, lastEvent } from "../case/claim-events.ts";
import { hearingDay, instanceOf } from "../case/claim-instance.ts";
import { type ClaimLaw, lawAt } from "../case/claim-law.ts";
import { type Claim, type ClaimState, type ClockId, stateTable } from "../case/claim-states.ts";
import { allowedEvents } from "../case/claim-transitions.ts";
import { isQuejaSent } from "../recourse/unanswered-quejas.ts";
import { leavesAsBilled } from "../resolution/standing-decisions.ts";
import { addDays, type CalendarDay, limaDay, limaInstant } from "../term/calendar-day.ts";
import { type Clock, clocksOf } from "../term/claim-clocks.ts";
import { type Target, targetOf } from "../term/company-target.ts";
import type { CalendarId } from "../term/legal-calendar.ts";
import { awaitsCertificate } from "../term/silence.ts";

/** The work lists of staff, by what a claim waits for. `user` and `tribunal` only wait; `over` is on no list. */
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

/** The most claims of unconfirmed contact that staff settle with one act. */
export const mostSettledAtOnce = 50;

/** Returns whether the office is to do something with the claims of a list. */
export const isToDo = (queue: Queue): boolean => queue !== "user" && queue !== "tribunal" && queue !== "over";

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

/** Returns whether a resolution was sent to signature and not returned. */
function isFrozen({ state, history }: Claim): boolean {
  const last = history.findLast(({ type }) => type.startsWith("resolution-"));
  return allowedEvents(state).includes("resolution-signed") && last?.type === "resolution-issued";
}

/**
 * Returns the list that a pending decision puts a claim on: `resolution` while an acceptance of a withdrawal must be
 * written, `signature` once it or a resolution was sent to signature; undefined otherwise.
 */
function deciding(claim: Claim, isAcceptanceSent: boolean): Extract<Queue, "resolution" | "signature"> | undefined {
  if (awaitsAcceptance(claim)) return isAcceptanceSent ? "signature" : "resolution";
  return isFrozen(claim) ? "signature" : undefined;
}

/**
 * Returns the work list of a claim. An `observed` claim whose defect is not notified yet is on `notification`. A `firm`
 * claim whose decision changes no receipt is `over`. A claim whose state has the list `notification` is on that list.
 * Any other claim is on `resolution` while the utility must write the acceptance of a withdrawal, on `signature` while
 * that acceptance or a resolution waits for its signature, otherwise on the list of its state.
 * @param isAcceptanceSent whether the acceptance of a withdrawal waits for its signature
 */
export function queueFor(claim: Claim, isAcceptanceSent = false): Queue {
  const { state, history } = claim;
  // Staff must notify a claimant of the defect if no mail did.
  if (state === "observed" && !lastEvent(history, "defect-notified")) return "notification";
  if (state === "firm" && leavesAsBilled(history)) return "over";
  const queue = queueOf[state];
  return queue === "notification" ? queue : (deciding(claim, isAcceptanceSent) ?? queue);
}

/** Returns the calendar of whoever must act next: a user's days count for what only the user must do. */
function termCalendar(state: ClaimState): CalendarId {
  return stateTable[state].next === "user" ? "USER" : "COMPANY";
}

/**
 * Terms of the company that stay owed once they are over, until the act is done: a decision, its notice, an elevation,
 * an execution, the forwarding of a queja. Left out are the targets of visit and hearing (T06, T07) and the copy of a
 * claim by telephone (T25).
 */
const stillOwed: ReadonlySet<ClockId> = new Set(["T08", "T09", "T12", "T13", "T16", "T19", "T20"]);

/** The day by which a claim is sorted, and the calendar that counts its working days. */
export interface LegalDay {
  readonly dueOn: CalendarDay;
  readonly calendar: CalendarId;
}

/**
 * Returns the day by which a claim is sorted. For a positive silence without a certificate: the day the silence began.
 * In `hearing-due`: the day of the hearing. While the company has missed the term of what it must do next
 * (`stillOwed`): the last day of that term, unless the decision lies in a mailbox. Otherwise the day of `nextEnd`. A
 * queja that was forwarded gives no day (`isQuejaSent`).
 */
function legalDay(claim: Claim, law: ClaimLaw, now: string): LegalDay | undefined {
  const own = termCalendar(claim.state);
  // Both sides must be notified at once, and the sweep finds the claim by this day.
  if (awaitsCertificate(claim)) return { dueOn: claim.since, calendar: own };
  if (claim.state === "hearing-due") {
    const hearing = hearingDay(instanceOf(claim, law));
    return hearing && { dueOn: hearing, calendar: own };
  }
  const unmet = clocksOf(claim, law, now).filter(
    ({ id, status }) => !status.startsWith("met") && !(id === "T20" && isQuejaSent(claim)),
  );
  const next = nextLapse(claim, law);
  const missed = own === "COMPANY" && next?.lapse !== "T22" ? unmet.filter(isMissed) : [];
  return earliest(missed.map(dayOf)) ?? nextEnd(unmet, own, next);
}

const isMissed = ({ id, status }: Clock): boolean => status === "lapsed" && stillOwed.has(id);

const dayOf = ({ dueDate, calendar }: Clock): LegalDay => ({ dueOn: dueDate, calendar });

/**
 * Returns the earliest last day among the running terms on the calendar of whoever acts next; if there are none, among
 * all running terms; if none runs, among all unmet terms. If time alone changes the state earlier: the last day of the
 * state, or the hearing's day. Undefined if there is no day.
 */
function nextEnd(unmet: readonly Clock[], own: CalendarId, next: ReturnType<typeof nextLapse>): LegalDay | undefined {
  const running = unmet.filter(({ status }) => status === "running");
  const ours = running.filter(({ calendar }) => calendar === own);
  const ends = [ours, running, unmet].find(({ length }) => length > 0) ?? [];
  const lapse = next && { dueOn: next.lapse === "hearing" ? addDays(next.last, 1) : next.last, calendar: own };
  return earliest([...ends.map(dayOf), ...(lapse ? [lapse] : [])]);
}

function earliest(days: readonly LegalDay[]): LegalDay | undefined {
  return days.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
}

/** The state of a claim and its legal day, as its list and its page both show them. */
export interface Standing extends Partial<LegalDay> {
  readonly state: ClaimState;
  /** The day on which the claim entered the state. */
  readonly since: CalendarDay;
}

/**
 * Returns the claim's `state` and `since` unchanged, and its legal day at `now` if it has one. `now` must be the
 * instant at which the claim was read, because the state is not computed again.
 */
export function standingOf(claim: Claim, law: ClaimLaw, now: string): Standing {
  return { state: claim.state, since: claim.since, ...legalDay(claim, law, now) };
}

/** The standing of a claim from a day on if nothing else is recorded, with the utility's target for its next act. */
export interface Forecast extends Standing, Partial<Target> {
  /** The first day of this standing. */
  readonly from: CalendarDay;
  readonly queue: Queue;
}

/**
 * Returns whether two steps of a `forecast` are equal in state, `since`, list, legal day and its calendar, and target;
 * `from` may differ.
 */
export function saysSame(a: Forecast, b: Forecast): boolean {
  return (
    a.state === b.state &&
    a.since === b.since &&
    a.queue === b.queue &&
    a.dueOn === b.dueOn &&
    a.calendar === b.calendar &&
    a.metaOf === b.metaOf &&
    a.metaOn === b.metaOn
  );
}

/**
 * Returns the standing of a claim now and as its terms end, if nothing else is recorded. The first step is today's;
 * another follows for each later day on which state, `since`, list, legal day or its calendar, or target changes.
 * Throws `RangeError` if no filing was recorded by `now`.
 * @param now an instant, ISO 8601 in UTC
 * @param isAcceptanceSent whether the acceptance of a withdrawal waits for its signature
 * @param visits the days of visits that were planned and not reported
 */
export function forecast(
  history: readonly ClaimEvent[],
  law: ClaimLaw,
  now: string,
  isAcceptanceSent = false,
  visits: readonly CalendarDay[] = [],
): readonly Forecast[] {
  const steps: Forecast[] = [];
  let at = now;
  for (;;) {
    const claim = claimAt(history, law, at);
    if (!claim) throw new RangeError("a history without a filing");
    const today = limaDay(at);
    const step = {
      from: today,
      ...standingOf(claim, law, at),
      queue: queueFor(claim, isAcceptanceSent),
      ...targetOf(claim, lawAt(law, at), visits),
    };
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
