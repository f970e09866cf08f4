import { addDays, type CalendarDay, dayFrom, daysBetween, daysInMonth, partsOf } from "./calendar-day.ts";
import { type CalendarId, type DayReason, dayStatus, type LegalCalendar, nextWorkingDay } from "./legal-calendar.ts";

export const termUnits = ["working-days", "calendar-days", "months"] as const;
export type TermUnit = (typeof termUnits)[number];

/**
 * Why a day of a term counts or not, besides the calendar's reasons: the day that starts the term, a working day of a
 * pause, and the working day a term moves to because its last day is not one or does not exist in its month.
 */
export const termReasons = ["start", "paused", "moved", "missing-day"] as const;
export type TermReason = (typeof termReasons)[number];

/** A day of a term's working. `ordinal` is present if the day counts, `name` if the calendar has one for it. */
export interface TermDay {
  readonly date: CalendarDay;
  readonly counted: boolean;
  readonly ordinal?: number;
  readonly reason: DayReason | TermReason;
  readonly name?: string;
  /** The outage of the document desk on this day, which moves a user's term: instants, ISO 8601 in UTC. */
  readonly outage?: { readonly from: string; readonly to: string };
}

/**
 * A due date and its working: what was counted, on which version of which calendar, and the days from `from` to
 * `dueDate`.
 */
export interface DueDate {
  readonly from: CalendarDay;
  readonly unit: TermUnit;
  readonly amount: number;
  readonly calendar: CalendarId;
  readonly calendarVersion: string;
  readonly dueDate: CalendarDay;
  readonly days: readonly TermDay[];
}

/** A term in days. `from` is the day of the act that starts it, which never counts; `days` is 1 to `maxTermDays`. */
export interface DaysTerm {
  readonly from: CalendarDay;
  readonly days: number;
  readonly calendar: LegalCalendar;
}

/** Days that do not count: after the notice of a defect, up to and including the day it was remedied. */
export interface Pause {
  readonly after: CalendarDay;
  readonly through: CalendarDay;
}

/** The term to claim an unpaid bill: the later of so many months and so many calendar days (`claim.window_rule`). */
export interface ClaimWindowRule {
  readonly laterOf: { readonly months: number; readonly days: number };
}

/** The term that decides, and as `other` the one that ended earlier or on the same day. */
export interface ClaimWindow extends DueDate {
  readonly other: DueDate;
}

export const maxTermDays = 400;
export const maxTermMonths = 12;

function checkAmount(amount: number, max: number): void {
  if (!Number.isInteger(amount) || amount < 1 || amount > max) {
    throw new RangeError(`a term of ${amount}: not a whole number from 1 to ${max}`);
  }
}

/** Completes a working: its last day is the due date. */
function dueDate(term: Pick<DueDate, "from" | "unit" | "amount">, calendar: LegalCalendar, days: TermDay[]): DueDate {
  const last = days.at(-1)?.date ?? term.from;
  return { ...term, calendar: calendar.id, calendarVersion: calendar.version, dueDate: last, days };
}

/** Returns a day that does not count, with what the calendar says about it. */
function uncounted(calendar: LegalCalendar, date: CalendarDay): TermDay {
  const { working, ...why } = dayStatus(calendar, date);
  return { date, counted: false, ...why };
}

/**
 * Counts every day from `from` to `last`. If `last` is not a working day, or replaces a day that its month lacks, the
 * term moves to the next working day.
 */
function runThrough(
  from: CalendarDay,
  last: CalendarDay,
  calendar: LegalCalendar,
  whyItMoves: "moved" | "missing-day",
): TermDay[] {
  const days: TermDay[] = [{ date: from, counted: false, reason: "start" }];
  const length = daysBetween(from, last);
  for (let ordinal = 1; ordinal <= length; ordinal++) {
    days.push({ ...uncounted(calendar, addDays(from, ordinal)), counted: true, ordinal });
  }
  if (whyItMoves === "moved" && dayStatus(calendar, last).working) return days;
  return [...days, ...daysMoved(last, calendar, whyItMoves)];
}

/**
 * Returns the days by which the end of a term moves from `last` to the next working day: every day after `last` through
 * the next working day, none of them counted. The last of these days has `why` as its reason; the others have the
 * reason that the calendar gives.
 */
export function daysMoved(
  last: CalendarDay,
  calendar: LegalCalendar,
  why: "moved" | "missing-day",
): readonly TermDay[] {
  const due = nextWorkingDay(calendar, last);
  const days: TermDay[] = [];
  for (let date = addDays(last, 1); date < due; date = addDays(date, 1)) days.push(uncounted(calendar, date));
  return [...days, { date: due, counted: false, reason: why }];
}

/**
 * Counts a term in working days strictly after `from`. Working days within a pause are not counted: those later than
 * its `after` and no later than its `through` (digest 1.5: the remedy of a defect). Throws `RangeError` if `days` is
 * not a whole number from 1 to 400.
 */
export function withPause({ from, days, calendar }: DaysTerm, pauses: readonly Pause[]): DueDate {
  checkAmount(days, maxTermDays);
  const listed: TermDay[] = [{ date: from, counted: false, reason: "start" }];
  let ordinal = 0;
  for (let date = addDays(from, 1); ordinal < days; date = addDays(date, 1)) {
    const day = uncounted(calendar, date);
    if (day.reason !== "working") listed.push(day);
    else if (pauses.some((pause) => date > pause.after && date <= pause.through)) {
      listed.push({ ...day, reason: "paused" });
    } else listed.push({ ...day, counted: true, ordinal: ++ordinal });
  }
  return dueDate({ from, unit: "working-days", amount: days }, calendar, listed);
}

/**
 * Counts a term in working days: day 1 is the first working day strictly after `from` (digest 5.1). Throws `RangeError`
 * if `days` is not a whole number from 1 to 400.
 */
export function countWorkingDays(term: DaysTerm): DueDate {
  return withPause(term, []);
}

/**
 * Returns the working days strictly after `today`, up to and including `dueDate`; 0 if `today` is `dueDate` or later.
 */
export function workingDaysLeft(today: CalendarDay, dueDate: CalendarDay, calendar: LegalCalendar): number {
  let left = 0;
  for (let day = nextWorkingDay(calendar, today); day <= dueDate; day = nextWorkingDay(calendar, day)) left += 1;
  return left;
}

/**
 * Returns how many working days are left: those after `today` up to and including `dueDate`; 0 if the two are the same
 * day. If `today` is later, returns minus the working days after `dueDate` up to and including `today`, or -1 if there
 * was none.
 */
export function workingDaysUntil(today: CalendarDay, dueDate: CalendarDay, calendar: LegalCalendar): number {
  if (today <= dueDate) return workingDaysLeft(today, dueDate, calendar);
  return -Math.max(workingDaysLeft(dueDate, today, calendar), 1);
}

/**
 * Counts a term in calendar days: every day after `from` counts, and a last day that is not a working day moves to the
 * next one (digest 5.1). Throws `RangeError` if `days` is not a whole number from 1 to 400.
 */
export function countCalendarDays({ from, days, calendar }: DaysTerm): DueDate {
  checkAmount(days, maxTermDays);
  const listed = runThrough(from, addDays(from, days), calendar, "moved");
  return dueDate({ from, unit: "calendar-days", amount: days }, calendar, listed);
}

/**
 * Counts a term of 1 to 12 months, from date to date (digest 5.1). If the last month has no such day (31 April), the
 * term ends on the first working day of the month after. If the last day is not a working day, the term ends on the
 * next working day. Throws `RangeError` if `months` is not a whole number from 1 to 12.
 */
export function addMonthsRolled(term: { from: CalendarDay; months: number; calendar: LegalCalendar }): DueDate {
  const { from, months, calendar } = term;
  checkAmount(months, maxTermMonths);
  const { year, month, dayOfMonth } = partsOf(from);
  const lastYear = year + Math.floor((month - 1 + months) / 12);
  const lastMonth = ((month - 1 + months) % 12) + 1;
  const length = daysInMonth(lastYear, lastMonth);
  const last = dayFrom(lastYear, lastMonth, Math.min(dayOfMonth, length));
  const listed = runThrough(from, last, calendar, dayOfMonth > length ? "missing-day" : "moved");
  return dueDate({ from, unit: "months", amount: months }, calendar, listed);
}

/**
 * Counts the term to claim an unpaid bill (T01, `claim.window_rule`) once in months and once in calendar days. Each
 * that ends on a day that is not a working day moves to the next working day. Returns the term that ends later, or the
 * months if both end on the same day; `other` is the other term. Throws `RangeError` if `months` is not a whole number
 * from 1 to 12, or `days` from 1 to 400.
 * @param from the day the bill falls due, or of the fact that motivates the claim; `calendar` is the customer's: USER
 */
export function claimWindow(term: { from: CalendarDay; rule: ClaimWindowRule; calendar: LegalCalendar }): ClaimWindow {
  const { from, rule, calendar } = term;
  const months = addMonthsRolled({ from, months: rule.laterOf.months, calendar });
  const days = countCalendarDays({ from, days: rule.laterOf.days, calendar });
  return days.dueDate > months.dueDate ? { ...days, other: months } : { ...months, other: days };
}

/**
 * Counts the term to claim a paid bill (T02, `claim.window_paid_months`): months from `dueOn` or `paidOn`, whichever is
 * later. A last day that is not a working day moves to the next working day. Throws `RangeError` if `months` is not a
 * whole number from 1 to 12.
 * @param calendar the customer's: USER
 */
export function paidClaimWindow(bill: {
  dueOn: CalendarDay;
  paidOn: CalendarDay;
  months: number;
  calendar: LegalCalendar;
}): DueDate {
  const { dueOn, paidOn, months, calendar } = bill;
  return addMonthsRolled({ from: daysBetween(dueOn, paidOn) > 0 ? paidOn : dueOn, months, calendar });
}

/**
 * Returns the working day that is `days` working days before `day`. For 0 or less, returns `day` itself, working or
 * not.
 */
export function workingDayBefore(day: CalendarDay, days: number, calendar: LegalCalendar): CalendarDay {
  let left = days;
  let before = day;
  while (left > 0) {
    before = addDays(before, -1);
    if (dayStatus(calendar, before).working) left -= 1;
  }
  return before;
}
