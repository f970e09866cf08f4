import { addDays, type CalendarDay, limaDay } from "./calendar-day.ts";
import { type CaseEvent, type CaseEventOf, entriesOf, lastEntry } from "./case-events.ts";
import { workingOf } from "./claim-clocks.ts";
import { type ClaimEvent, lastEvent } from "./claim-events.ts";
import { instanceOf } from "./claim-instance.ts";
import type { Calendars, ClaimLaw } from "./claim-law.ts";
import { type Claim, stateTable } from "./claim-states.ts";
import { countWorkingDays } from "./due-dates.ts";
import { dayStatus, type LegalCalendar } from "./legal-calendar.ts";
import { bounceOf } from "./sent-notices.ts";

/** What a decision lacks to be notified in time, or a claim by telephone to be complete. */
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

/** What may be told late, or was: until when it may be, from which day on that is a risk, and what it lacks. */
export interface LateRisk {
  readonly clock: "T10" | "T14" | "T25";
  /** The last day of that term. */
  readonly endsOn: CalendarDay;
  /** The last day on which it can be notified in time. */
  readonly lastDay: CalendarDay;
  readonly from: CalendarDay;
  readonly reason: RiskReason;
}

/** What an alert of the manager is of. */
export type LateAlert = NonNullable<CaseEventOf<"manager-alerted">["details"]["late"]>;

/** From so many working days before the last, whatever is done. */
export const closeDays = 2;

/** The working day that leaves so many until `last`. */
function workingDaysBefore(last: CalendarDay, days: number, calendar: LegalCalendar): CalendarDay {
  let day = last;
  for (let left = days; left > 0; ) {
    day = addDays(day, -1);
    if (dayStatus(calendar, day).working) left -= 1;
  }
  return day;
}

/** The last day up to the end of a term that is worked in both calendars: on others a delivery takes no effect. */
export function lastDeliverableDay(dueDate: CalendarDay, calendars: Calendars): CalendarDay {
  const isWorked = (["COMPANY", "USER"] as const).every((id) => dayStatus(calendars[id], dueDate).working);
  return isWorked ? dueDate : lastDeliverableDay(addDays(dueDate, -1), calendars);
}

/** The copy that who claimed by telephone must be sent (T25), while it is owed: a risk once its term is over. */
export function copyRisk(claim: Claim, law: ClaimLaw): LateRisk | undefined {
  const isSent = claim.history.some(({ type }) => type === "filing-copy-sent");
  const lastDay = stateTable[claim.state].clocks.includes("T25") ? workingOf("T25", claim, law)?.dueDate : undefined;
  if (isSent || !lastDay) return undefined;
  return { clock: "T25", endsOn: lastDay, lastDay, from: addDays(lastDay, 1), reason: "copy-not-sent" };
}

/** How a decision is on its way, and since when that is a risk by itself. */
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

/** The term in which the decision must be notified, while it runs. */
function silenceTerm(claim: Claim): "T10" | "T14" | undefined {
  const { clocks } = stateTable[claim.state];
  return (["T10", "T14"] as const).find((id) => clocks.includes(id));
}

/**
 * Whether the decision of a claim may be notified late (digest 5.6): unsigned from the internal day to sign on; signed and
 * not sent the day after; sent by e-mail and bounced, or not acknowledged on the last day for that; nobody there at a delivery; and in
 * any case two working days before the last, which for one on its way may be that of its notice (T09, T13). Nothing where no
 * decision is owed, or its term is over.
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
  const isSigned = claim.state.endsWith("resolved");
  const [reason, since] = isSigned
    ? onItsWay(events, claim, law)
    : (["not-signed", workingDaysBefore(endsOn, law.silence.first - law.resolution.internalSignDay, COMPANY)] as const);
  const noticeBy =
    reason === "on-its-way" ? workingOf(clock === "T10" ? "T09" : "T13", claim, law)?.dueDate : undefined;
  // A notice ends with its silence at the latest.
  const lastDay = noticeBy ? lastDeliverableDay(noticeBy, calendars) : inTime;
  const close = workingDaysBefore(lastDay, closeDays, COMPANY);
  return { clock, endsOn, lastDay, from: since && since < close ? since : close, reason };
}

/** Names an alert: once for each of its days, and again where the calendar is another. */
export function alertKey({ clock, day, calendarVersion }: LateAlert): string {
  return `${clock} ${day} ${calendarVersion}`;
}

/** The days of a term on which the manager is told that nothing was notified yet: to sign, to decide, almost over. */
export function alertDays(clock: "T10" | "T14", { silence, resolution }: ClaimLaw): readonly number[] {
  const total = clock === "T10" ? silence.first : silence.recon;
  return [resolution.internalSignDay, resolution.days, silence.first - closeDays].map(
    (day) => total - (silence.first - day),
  );
}
