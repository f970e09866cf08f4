import { type ClaimEvent, type ClaimEventType, type EventOf, lastEvent } from "../case/claim-events.ts";
import { hearingDay, type Instance, instanceOf, recourseDay } from "../case/claim-instance.ts";
import { type ClaimLaw, lawAt } from "../case/claim-law.ts";
import { besideClocks, type Claim, type ClockId, stateTable } from "../case/claim-states.ts";
import type { Lapse } from "../case/claim-transitions.ts";
import { visitTarget } from "../case/claim-types.ts";
import { withOutages } from "../problem/outage.ts";
import { waitingQuejas } from "../recourse/unanswered-quejas.ts";
import { leavesAsBilled } from "../resolution/standing-decisions.ts";
import { addDays, type CalendarDay, limaDay } from "./calendar-day.ts";
import {
  addMonthsRolled,
  countCalendarDays,
  countWorkingDays,
  type DueDate,
  type Pause,
  type TermUnit,
  withPause,
} from "./due-dates.ts";
import { type CalendarId, nextWorkingDay } from "./legal-calendar.ts";

/**
 * How a clock stands. A clock is `met-late` if its act was done after the due date, `lapsed` if it is over without the
 * act. The due date of a `paused` clock assumes that the defect is remedied on the last day for it.
 */
export const clockStatuses = ["running", "met", "met-late", "lapsed", "paused"] as const;
export type ClockStatus = (typeof clockStatuses)[number];

/** A term of a claim: when it ends, how that was counted, and its status. */
export interface Clock {
  readonly id: ClockId;
  /** Where its length is in the law, as `group.key`. */
  readonly rule: string;
  readonly startsOn: CalendarDay;
  readonly dueDate: CalendarDay;
  readonly calendar: CalendarId;
  readonly working: DueDate;
  readonly status: ClockStatus;
}

function dayOf(event: ClaimEvent | undefined): CalendarDay | undefined {
  return event && limaDay(event.effectiveAt);
}

/**
 * Returns the days that do not count for the company: from the notice of a defect to its remedy, or to the last day to
 * remedy it.
 */
function pausesOf(claim: Claim, law: ClaimLaw): readonly Pause[] {
  const { events } = instanceOf(claim, law);
  const after = dayOf(lastEvent(events, "defect-notified"));
  const through = dayOf(lastEvent(events, "remedied")) ?? workingOf("T04", claim, law)?.dueDate;
  return after && through ? [{ after, through }] : [];
}

/**
 * Returns the term of `days` working days of the company from the start of the present instance: the filing, a
 * reconsideration, or the tribunal's return of the claim. Days after the notice of a defect, through its remedy or the
 * last day for it, are not counted. Throws `RangeError` if `days` is not a whole number from 1 to 400.
 */
export function daysFromFiling(claim: Claim, days: number, law: ClaimLaw): DueDate {
  const { from } = instanceOf(claim, law);
  return withPause({ from, days, calendar: law.calendars.COMPANY }, pausesOf(claim, law));
}

/** When a term starts and how long it is. No day: it has not started; no amount: the claim has no such term. */
type Term = readonly [from: CalendarDay | undefined, amount: number | undefined];

interface ClockRule {
  /** Where its length is in the law, as `group.key`. */
  readonly rule: string;
  readonly calendar: CalendarId;
  /** Absent for working days. */
  readonly unit?: Exclude<TermUnit, "working-days">;
  /** The days of a pause do not count. */
  readonly paused?: true;
  /** The event that meets it, where the state stays or the next state has the same clock. */
  readonly metBy?: ClaimEventType;
  /** Another term that it ends with, if that one ends sooner. */
  readonly within?: ClockId;
  readonly starts: (instance: Instance, law: ClaimLaw, claim: Claim) => Term;
}

/** Makes the start of a term that only a new claim has: not a reconsideration, nor what the tribunal sent back. */
function fromClaim(days: (filing: EventOf<"claim-filed">, law: ClaimLaw) => number | undefined) {
  return ({ opener, from }: Instance, law: ClaimLaw): Term => [
    from,
    opener.type === "claim-filed" ? days(opener, law) : undefined,
  ];
}

/** Returns the day a resolution was signed. It is an act only from then on, although its number and date are older. */
function signatureDay({ events }: Instance): CalendarDay | undefined {
  return dayOf(lastEvent(events, "resolution-signed"));
}

/** Returns the day of the last dispatch if it went by `channel`; undefined if it went by another. */
function dispatchDay({ events }: Instance, channel: "email" | "mailbox"): CalendarDay | undefined {
  const last = lastEvent(events, "resolution-dispatched");
  return last?.channel === channel ? dayOf(last) : undefined;
}

/**
 * Returns the day of deemed service by mailbox: the first working day after T22, if the notice was not opened (digest
 * 5.6).
 */
function mailboxDay(claim: Claim, law: ClaimLaw): CalendarDay | undefined {
  const term = workingOf("T22", claim, law);
  return term && nextWorkingDay(law.calendars.USER, term.dueDate);
}

const afterNotification: ClockRule["starts"] = ({ events }, law, claim) => [
  dayOf(lastEvent(events, "resolution-notified")) ?? mailboxDay(claim, law),
  law.recourse.days,
];

/** Returns whether the claimant asked for a meter test, in the filing or later. */
export function isTestAsked(history: readonly ClaimEvent[]): boolean {
  return history.some((event) => event.type === "meter-test-asked" || "testAsked" in event);
}

/** Adds the law's extra days to the company's term if a meter test was asked for. */
function withTest(days: number, { events }: Instance, { meterTest }: ClaimLaw): number {
  return isTestAsked(events) ? days + meterTest.extraDays : days;
}

/** First the days to forward the oldest unanswered queja; once it is forwarded, the days to decide it. */
const quejaTerm: ClockRule["starts"] = (_, { queja }, claim) => {
  const [waiting] = waitingQuejas(claim);
  return waiting?.sent ? [dayOf(waiting.sent), queja.days] : [waiting?.filed.filedOn, queja.forwardDays];
};

/**
 * Returns whether an appeal waits to be sent to the tribunal, also while a reconsideration is decided first (digest
 * 3.3). A withdrawal ends the reconsideration if there is one; without one, it ends the appeal.
 */
export function keepsAppeal(history: readonly ClaimEvent[]): boolean {
  let appeal = false;
  let reconsidering = false;
  for (const event of history) {
    if (event.type === "appeal-filed") appeal = true;
    if (event.type === "reconsideration-filed") reconsidering = true;
    if (event.type === "recourse-reclassified") {
      appeal = true;
      reconsidering = event.as === "reconsideration";
    }
    if (event.type === "file-elevated") appeal = false;
    if (event.type === "withdrawal-accepted") {
      appeal = reconsidering && appeal;
      reconsidering = false;
    }
  }
  return appeal;
}

/**
 * Returns the day on which the term to elevate an appeal starts: the day it was filed, also if it was filed under the
 * other label; for an appeal kept during a reconsideration, the day the claim entered its present state.
 */
function appealDay({ history, since }: Claim): CalendarDay | undefined {
  const filed = recourseDay(history);
  const last = history.findLast(({ type }) => type === "appeal-filed" || type === "recourse-reclassified");
  const renamed = last?.type === "recourse-reclassified" && last.as === "appeal";
  return !renamed && filed && filed < since ? since : filed;
}

/** The terms of the digest 3.2, each on the calendar of whoever must meet it (5.7). */
const clockRules: Readonly<Record<ClockId, ClockRule>> = {
  T04: {
    rule: "claim.remedyDays",
    calendar: "USER",
    metBy: "new-evidence-brought",
    // Missing evidence of a recourse is brought in the same days (digest 3.7), but pauses no term: no norm says so.
    starts: ({ events }, law) => [
      dayOf(lastEvent(events, "defect-notified") ?? lastEvent(events, "new-evidence-asked")),
      law.claim.remedyDays,
    ],
  },
  T05: { rule: "claim.extensionDays", calendar: "USER", starts: fromClaim((_, law) => law.claim.extensionDays) },
  T06: {
    rule: "inspection.targetDay",
    calendar: "COMPANY",
    paused: true,
    metBy: "inspection-reported",
    starts: fromClaim(({ inspectionOn, claimType }, { inspection }) => {
      return inspectionOn === undefined ? undefined : visitTarget(claimType, inspection);
    }),
  },
  T07: {
    rule: "conciliation.targetDay",
    calendar: "COMPANY",
    paused: true,
    metBy: "conciliation-held",
    starts: fromClaim(({ hearingOn }, { conciliation }) => (hearingOn ? conciliation.targetDay : undefined)),
  },
  T08: {
    rule: "resolution.days",
    calendar: "COMPANY",
    paused: true,
    metBy: "resolution-signed",
    starts: (instance, law) => [instance.from, withTest(instance.decideIn, instance, law)],
  },
  T09: {
    rule: "notification.days",
    calendar: "COMPANY",
    within: "T10",
    starts: (instance, { notification }) => [signatureDay(instance), notification.days],
  },
  T10: {
    rule: "silence.first",
    calendar: "COMPANY",
    paused: true,
    starts: (instance, law) => [instance.from, withTest(instance.silenceAfter, instance, law)],
  },
  T11: { rule: "recourse.days", calendar: "USER", starts: afterNotification },
  T12: {
    rule: "recon.days",
    calendar: "COMPANY",
    metBy: "resolution-signed",
    starts: ({ from, decideIn }) => [from, decideIn],
  },
  T13: {
    rule: "recon.notificationDays",
    calendar: "COMPANY",
    within: "T14",
    starts: (instance, { recon }) => [signatureDay(instance), recon.notificationDays],
  },
  T14: { rule: "silence.recon", calendar: "COMPANY", starts: ({ from, silenceAfter }) => [from, silenceAfter] },
  T15: { rule: "recourse.days", calendar: "USER", starts: afterNotification },
  T16: {
    rule: "appeal.elevationDays",
    calendar: "COMPANY",
    starts: (_, { appeal }, claim) => [appealDay(claim), appeal.elevationDays],
  },
  T17: {
    rule: "trass.days",
    calendar: "COMPANY",
    starts: ({ events }, { trass }) => [dayOf(lastEvent(events, "file-elevated")), trass.days + trass.notificationDays],
  },
  T18: {
    rule: "court.months",
    calendar: "USER",
    unit: "months",
    starts: (_, { court }, { history }) => [dayOf(lastEvent(history, "tribunal-decided")), court.months],
  },
  T19: {
    rule: "execution.days",
    calendar: "COMPANY",
    starts: (_, { execution }, { state, since, history }) => [
      state === "firm" && leavesAsBilled(history) ? undefined : since,
      execution.days,
    ],
  },
  T20: { rule: "queja.days", calendar: "COMPANY", starts: quejaTerm },
  T21: {
    rule: "notification.emailAckDays",
    calendar: "COMPANY",
    starts: (instance, { notification }) => [dispatchDay(instance, "email"), notification.emailAckDays],
  },
  T22: {
    rule: "notification.mailboxAckDays",
    calendar: "USER",
    starts: (instance, { notification }) => [dispatchDay(instance, "mailbox"), notification.mailboxAckDays],
  },
  T23: {
    rule: "leak.repairCalendarDays",
    calendar: "USER",
    unit: "calendar-days",
    metBy: "leak-verified",
    starts: ({ events }, { leak }) => [dayOf(lastEvent(events, "leak-repair-required")), leak.repairCalendarDays],
  },
  T25: {
    rule: "phone.receptionDays",
    calendar: "COMPANY",
    metBy: "filing-copy-sent",
    starts: fromClaim(({ channel }, { phone }) => (channel === "telephone" ? phone.receptionDays : undefined)),
  },
};

/**
 * Terms in which the user must bring something to the office: the distance to it and an outage of the document desk
 * make them longer. Other terms of the user, such as that of a mailbox, ask for no act.
 */
const usersActs: ReadonlySet<ClockId> = new Set(["T04", "T05", "T11", "T15"]);

function counted(id: ClockId, [from, amount]: readonly [CalendarDay, number], claim: Claim, law: ClaimLaw): DueDate {
  const { calendar: whose, unit, paused } = clockRules[id];
  const calendar = law.calendars[whose];
  if (unit === "months") return addMonthsRolled({ from, months: amount, calendar });
  if (unit === "calendar-days") return countCalendarDays({ from, days: amount, calendar });
  const term = withPause({ from, days: amount, calendar }, paused ? pausesOf(claim, law) : []);
  return usersActs.has(id) ? withOutages(term, law.outages ?? [], calendar) : term;
}

/**
 * Returns the later of the user's term as counted now and under any earlier calendars that were in force once it had
 * started: a change never shortens a term that was announced. A company's term is counted by the present calendars
 * alone.
 */
function neverShorter(id: ClockId, term: readonly [CalendarDay, number], claim: Claim, law: ClaimLaw): DueDate {
  const now = counted(id, term, claim, law);
  if (clockRules[id].calendar === "COMPANY") return now;
  return (law.earlier ?? [])
    .filter(({ until }) => limaDay(until) >= term[0])
    .map(({ calendars }) => counted(id, term, claim, { ...law, calendars }))
    .reduce((latest, announced) => (announced.dueDate > latest.dueDate ? announced : latest), now);
}

/**
 * Returns the due date of a claim's term with its counted days, also if the term is met or over. Undefined if the term
 * has not started, or if the claim has no such term. A calendar change after the start never makes a user's term
 * shorter. Extra days for distance and outages of the document desk lengthen T04, T05, T11 and T15. If T10 ends before
 * T09, returns T10 in place of T09; in the same way T14 in place of T13.
 */
export function workingOf(id: ClockId, claim: Claim, law: ClaimLaw): DueDate | undefined {
  const rule = clockRules[id];
  const [from, amount] = rule.starts(instanceOf(claim, law), law, claim);
  if (from === undefined || amount === undefined) return undefined;
  const days = amount + (usersActs.has(id) ? law.distance.days : 0);
  const working = neverShorter(id, [from, days], claim, law);
  const limit = rule.within && workingOf(rule.within, claim, law);
  return limit && limit.dueDate < working.dueDate ? limit : working;
}

/**
 * Returns whether a decision of the present instance was dispatched to a street address: a `resolution-dispatched` by
 * the channel `personal`. A dispatch by e-mail or to a mailbox does not count.
 */
export function isCarried(claim: Claim, law: ClaimLaw): boolean {
  const { events } = instanceOf(claim, law);
  return events.some((event) => event.type === "resolution-dispatched" && event.channel === "personal");
}

/** Returns the term in which the present decision must be notified. */
function silenceClock(claim: Claim, law: ClaimLaw): "T10" | "T14" {
  return instanceOf(claim, law).isReconsideration ? "T14" : "T10";
}

/**
 * Returns the term in which a fact of this type must take effect: for `remedied` the days to remedy a defect (T04), for
 * `claim-extended` the days to extend the claim (T05), for `resolution-notified` the term of silence (T10; T14 in a
 * reconsideration). Undefined for any other type, or if the term has not started.
 */
export function termFor(type: ClaimEventType, claim: Claim, law: ClaimLaw): DueDate | undefined {
  if (type === "remedied") return workingOf("T04", claim, law);
  if (type === "claim-extended") return workingOf("T05", claim, law);
  if (type === "resolution-notified") return workingOf(silenceClock(claim, law), claim, law);
  return undefined;
}

function dayBefore(day: CalendarDay | undefined): CalendarDay | undefined {
  return day && addDays(day, -1);
}

/**
 * Returns the day on which a reconsideration frees the appeal kept for it: when it is notified and was not upheld, or
 * is withdrawn. Undefined if no appeal is kept, or the day has not come.
 */
function keptAppealDay(claim: Claim, law: ClaimLaw): CalendarDay | undefined {
  const instance = instanceOf(claim, law);
  if (!instance.isReconsideration || !keepsAppeal(claim.history)) return undefined;
  const withdrawnOn = dayOf(lastEvent(instance.events, "withdrawal-accepted"));
  const [announced] = afterNotification(instance, law, claim);
  // A withdrawal after the reconsideration's notice ended the appeal instead, so none is left to send.
  if (claim.state === "firm")
    return announced === undefined || (withdrawnOn && withdrawnOn < announced) ? withdrawnOn : undefined;
  if (lastEvent(instance.events, "resolution-issued")?.outcome === "upheld") return undefined;
  return announced;
}

/**
 * Returns whether a defect was observed after the days to observe, too late to reject the claim for it (digest 1.5: at
 * reception, in a single act).
 */
function isObservedLate(claim: Claim, law: ClaimLaw): boolean {
  const { from, events } = instanceOf(claim, law);
  const observed = dayOf(lastEvent(events, "defect-observed"));
  const term = { from, days: law.claim.observeDays, calendar: law.calendars.COMPANY };
  return observed !== undefined && observed > countWorkingDays(term).dueDate;
}

/**
 * Returns whether the present instance is a reconsideration for which the claimant brought no new evidence, neither
 * when they filed the reconsideration nor later (digest 3.7). False for an appeal that was reclassified as a
 * reconsideration.
 */
export function lacksEvidence(claim: Claim, law: ClaimLaw): boolean {
  const { opener, events } = instanceOf(claim, law);
  return opener.type === "reconsideration-filed" && !opener.newEvidence && !lastEvent(events, "new-evidence-brought");
}

/**
 * Returns the last day on which a lapse has not changed the state; undefined if no day is known yet. For a clock: its
 * due date. For `T22`, `hearing` and `kept-appeal`: the day before the deemed service, the hearing, or the end of the
 * reconsideration. For `evidence`: `evidenceDays` working days after T10 (T14 in a reconsideration). If a defect was
 * observed too late, the due date of T04 is for `late-observation`, otherwise for `T04`; undefined for the other.
 */
export function lastDayBefore(lapse: Lapse, claim: Claim, law: ClaimLaw): CalendarDay | undefined {
  if (lapse === "hearing") return dayBefore(hearingDay(instanceOf(claim, law)));
  if (lapse === "kept-appeal") return dayBefore(keptAppealDay(claim, law));
  if (lapse === "T04" && isObservedLate(claim, law)) return undefined;
  if (lapse === "late-observation")
    return isObservedLate(claim, law) ? workingOf("T04", claim, law)?.dueDate : undefined;
  if (lapse === "T22") return dayBefore(mailboxDay(claim, law));
  if (lapse !== "evidence") return workingOf(lapse, claim, law)?.dueDate;
  const from = workingOf(silenceClock(claim, law), claim, law)?.dueDate;
  const days = law.silence.evidenceDays;
  return from && countWorkingDays({ from, days, calendar: law.calendars.COMPANY }).dueDate;
}

function statusOf(id: ClockId, { dueDate }: DueDate, claim: Claim, law: ClaimLaw, today: CalendarDay): ClockStatus {
  const { metBy, paused } = clockRules[id];
  const { events } = instanceOf(claim, law);
  const acts = events.filter(({ type }) => type === metBy);
  if (acts.length > 0) return acts.some((act) => limaDay(act.effectiveAt) <= dueDate) ? "met" : "met-late";
  if (today > dueDate) return "lapsed";
  return paused && claim.state === "observed" && pausesOf(claim, law).length > 0 ? "paused" : "running";
}

/**
 * Returns the clocks that have started, each with its days and its status at `now`: the clocks of the claim's state,
 * and the clock of a queja (T20), which runs in any state. Clocks that are met, late or not, or `lapsed` are included.
 * @param claim as read at `now`
 * @param now an instant, ISO 8601 in UTC
 */
export function clocksOf(claim: Claim, law: ClaimLaw, now: string): readonly Clock[] {
  const then = lawAt(law, now);
  return [...stateTable[claim.state].clocks, ...besideClocks].flatMap((id) => {
    const working = workingOf(id, claim, then);
    if (!working) return [];
    const { rule } = clockRules[id];
    const { from: startsOn, dueDate, calendar } = working;
    return [
      { id, rule, startsOn, dueDate, calendar, working, status: statusOf(id, working, claim, then, limaDay(now)) },
    ];
  });
}
