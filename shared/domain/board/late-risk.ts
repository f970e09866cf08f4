import { type CaseEvent, type CaseEventOf, entriesOf, lastEntry } from "../case/case-events.ts";
import { type ClaimEvent, lastEvent } from "../case/claim-events.ts";
import { instanceOf } from "../case/claim-instance.ts";
import type { Calendars, ClaimLaw } from "../case/claim-law.ts";
import { type Claim, type ClaimState, stateTable } from "../case/claim-states.ts";
import { earlyDelivery } from "../delivery/delivery-to-confirm.ts";
import { bounceOf } from "../notice/sent-notices.ts";
import { addDays, type CalendarDay, limaDay } from "../term/calendar-day.ts";
import { workingOf } from "../term/claim-clocks.ts";
import { countWorkingDays, workingDayBefore } from "../term/due-dates.ts";
import { dayStatus } from "../term/legal-calendar.ts";
/** What is missing to notify a decision in time, or to complete a claim by telephone. */
export const riskReasons = [
  "not-signed",
  "not-dispatched",
  "bounced",
  "not-acknowledged",
  "not-delivered",
  "on-its-way",
  "to-confirm",
  "copy-not-sent",
] as const;
export type RiskReason = (typeof riskReasons)[number];

/** A decision or copy that may be, or was, notified late: its last day, the day `from` which it is at risk, and why. */
export interface LateRisk {
  readonly clock: "T10" | "T14" | "T25";
  /** The last day of the term `clock`. */
  readonly endsOn: CalendarDay;
  /**
   * The last day on which a notice in time can take effect: in the term `clock`, or in the term of the notice itself
   * (T09, T13) if the reason is `on-its-way`.
   */
  readonly lastDay: CalendarDay;
  /** The first day of the risk; it may be still to come. */
  readonly from: CalendarDay;
  readonly reason: RiskReason;
}

/**
 * The risk that an alert of the manager is about: the term `clock`, the number of the working day `day` in this term,
 * and the version of the calendar.
 */
export type LateAlert = NonNullable<CaseEventOf<"manager-alerted">["details"]["late"]>;

/** A decision is at risk from this many working days before its last day, whatever its progress. */
export const closeDays = 2;

/**
 * Returns the last day up to and including `dueDate` that is a working day in both calendars, COMPANY and USER.
 * Deliveries take effect only on working days of both.
 */
export function lastDeliverableDay(dueDate: CalendarDay, calendars: Calendars): CalendarDay {
  const isWorked = (["COMPANY", "USER"] as const).every((id) => dayStatus(calendars[id], dueDate).working);
  return isWorked ? dueDate : lastDeliverableDay(addDays(dueDate, -1), calendars);
}

/**
 * Returns the last day on which a claim's decision can be notified in time (T10), with the days of each pause recorded
 * so far; undefined if the present instance has no such term.
 */
export function lastDayToNotify(claim: Claim, law: ClaimLaw): CalendarDay | undefined {
  const endsOn = workingOf("T10", claim, law)?.dueDate;
  return endsOn && lastDeliverableDay(endsOn, law.calendars);
}

/**
 * Returns the risk that the office is late in sending the copy of a claim filed by telephone (T25), with the reason
 * `copy-not-sent`. Undefined if the copy was sent, if the claim was not filed by telephone, or if its state no longer
 * requires the copy. The risk is returned from the start of the term on. Its `from` is the day after the term's last
 * day, and may be still to come.
 */
export function copyRisk(claim: Claim, law: ClaimLaw): LateRisk | undefined {
  const isSent = claim.history.some(({ type }) => type === "filing-copy-sent");
  const lastDay = stateTable[claim.state].clocks.includes("T25") ? workingOf("T25", claim, law)?.dueDate : undefined;
  if (isSent || !lastDay) return undefined;
  return { clock: "T25", endsOn: lastDay, lastDay, from: addDays(lastDay, 1), reason: "copy-not-sent" };
}

/** Returns how far the decision's delivery is, and the day since which that alone is a risk. */
function onItsWay(
  events: readonly CaseEvent[],
  claim: Claim,
  law: ClaimLaw,
): readonly [RiskReason, CalendarDay | undefined] {
  const facts: readonly ClaimEvent[] = instanceOf(claim, law).events;
  const signed = lastEvent(facts, "resolution-signed");
  const sent = lastEvent(facts, "resolution-dispatched");
  if (!sent) {
    const from = signed && limaDay(signed.effectiveAt);
    return ["not-dispatched", from && countWorkingDays({ from, days: 1, calendar: law.calendars.COMPANY }).dueDate];
  }
  if (sent.channel === "email") {
    const bounce = bounceOf(events, lastEntry(events, "resolution-dispatched")?.seq ?? 0);
    if (bounce) return ["bounced", limaDay(bounce.recordedAt)];
    return ["not-acknowledged", workingOf("T21", claim, law)?.dueDate];
  }
  if (sent.channel === "mailbox") return ["not-acknowledged", undefined];
  const failed = entriesOf(events, "delivery-attempted").findLast(({ recordedAt }) => recordedAt >= sent.recordedAt);
  return failed ? ["not-delivered", limaDay(failed.effectiveAt)] : ["on-its-way", undefined];
}

/** Returns the term in which the present decision must be notified, or undefined if none is owed. */
function silenceTerm({ state }: Pick<Claim, "state">): "T10" | "T14" | undefined {
  const { clocks } = stateTable[state];
  return (["T10", "T14"] as const).find((id) => clocks.includes(id));
}

/**
 * Returns the last day on which the decision that a state owes can be notified, `endsOn` being the last day of its
 * silence (T10; T14 in a reconsideration). Undefined if the state owes none, if the decision is signed, since the term
 * of its notice (T09, T13) runs from then on and one thing has one day, or if the day is before `today`.
 */
export function answerDay(
  state: ClaimState,
  endsOn: CalendarDay | undefined,
  calendars: Calendars,
  today: CalendarDay,
): CalendarDay | undefined {
  const isOwed = silenceTerm({ state }) !== undefined && !state.endsWith("resolved");
  const day = isOwed && endsOn && lastDeliverableDay(endsOn, calendars);
  return day && day >= today ? day : undefined;
}

/**
 * Returns the risk that a decision is notified late (digest 5.6); undefined if no decision waits for its notice. `from`
 * is two working days before `lastDay` or, if earlier, the reason's own day: the internal day to sign, a working day
 * after the signature, the bounce, the failed delivery, T21's last day. For `to-confirm` it is when the state began, or
 * when a delivery out of hours that was not counted in time needs another person.
 * @param events of the whole case, of which `claim` is the reading
 */
export function lateRisk(events: readonly CaseEvent[], claim: Claim, law: ClaimLaw): LateRisk | undefined {
  const clock = silenceTerm(claim);
  const endsOn = clock && workingOf(clock, claim, law)?.dueDate;
  if (!clock || !endsOn) return undefined;
  const { calendars } = law;
  const inTime = lastDeliverableDay(endsOn, calendars);
  const { COMPANY } = calendars;
  if (claim.state.endsWith("silence-to-confirm"))
    return { clock, endsOn, lastDay: inTime, from: claim.since, reason: "to-confirm" };
  const early = earlyDelivery(events);
  const counts = early && limaDay(early.effectiveAt);
  if (counts && counts <= endsOn) {
    const last = countWorkingDays({ from: counts, days: 1, calendar: COMPANY }).dueDate;
    return { clock, endsOn, lastDay: inTime, from: addDays(last, 1), reason: "to-confirm" };
  }
  const isSigned = claim.state.endsWith("resolved");
  const [reason, since] = isSigned
    ? onItsWay(events, claim, law)
    : (["not-signed", workingDayBefore(endsOn, law.silence.first - law.resolution.internalSignDay, COMPANY)] as const);
  const noticeBy =
    reason === "on-its-way" ? workingOf(clock === "T10" ? "T09" : "T13", claim, law)?.dueDate : undefined;
  // The term of a notice ends with that of its silence at the latest.
  const lastDay = noticeBy ? lastDeliverableDay(noticeBy, calendars) : inTime;
  const close = workingDayBefore(lastDay, closeDays, COMPANY);
  return { clock, endsOn, lastDay, from: since && since < close ? since : close, reason };
}

/**
 * Returns `<clock> <day> <calendarVersion>`, the key by which an alert is sent only once. A new version of the calendar
 * allows another alert for the same day of the term.
 */
export function alertKey({ clock, day, calendarVersion }: LateAlert): string {
  return `${clock} ${day} ${calendarVersion}`;
}

/**
 * Returns the three working days of a term on which the manager is alerted if nothing was notified by then, as numbers:
 * day 1 is the first working day of the term. For T10: the internal day to sign, the last day to decide, and the day
 * `closeDays` before the last day. For T14: the three days on which as many working days are left as on those of T10.
 */
export function alertDays(clock: "T10" | "T14", { silence, resolution }: ClaimLaw): readonly number[] {
  const total = clock === "T10" ? silence.first : silence.recon;
  return [resolution.internalSignDay, resolution.days, silence.first - closeDays].map(
    (day) => total - (silence.first - day),
  );
}
