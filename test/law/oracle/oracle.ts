import { rows } from "./day-table.ts";

/**
 * Counts terms row by row on the day table, from the digest's text (1.5, 3.2, 5.1, 5.5, 5.8). It shares nothing with
 * the engine; a lint rule enforces that. Days are `YYYY-MM-DD` in Lima, instants ISO 8601 in UTC.
 */

export type Calendar = "COMPANY" | "USER";

/** Whose calendar counts, and whether the suspensions of 2020 apply. */
export interface Reckoning {
  readonly calendar: Calendar;
  readonly suspensions2020?: boolean;
}

export interface Stop {
  /** The day of the notice, which still counts. */
  readonly notice: string;
  /** The day of the remedy, which does not count, nor do those between. */
  readonly remedy: string;
}

export type AfterHours = "SAME_DAY" | { readonly nextWorkingDayFrom: string };

const numberOf = new Map(rows.map(({ iso }, number) => [iso, number]));
const hour = 3_600_000;
const day = 24 * hour;
/** 1 January 2020, 00:00 in Lima. */
const tableStart = Date.UTC(2020, 0, 1) + 5 * hour;

function rowNumber(iso: string): number {
  const number = numberOf.get(iso);
  if (number === undefined) throw new RangeError(`the table has no ${iso}`);
  return number;
}

function isoOf(number: number): string {
  const row = rows[number];
  if (!row) throw new RangeError(`the table has no row ${number}`);
  return row.iso;
}

function runs(number: number, { calendar, suspensions2020 }: Reckoning): boolean {
  const row = rows[number];
  if (!row) throw new RangeError(`the table has no row ${number}`);
  if (row.forAll || (suspensions2020 && row.suspended)) return false;
  return calendar === "COMPANY" || row.forUser === undefined;
}

/** The row itself, or the next one on which terms run. */
function orNextThatRuns(number: number, reckoning: Reckoning): number {
  let at = number;
  while (!runs(at, reckoning)) at += 1;
  return at;
}

/**
 * So many working days: the starting day never counts, stopped days do not either.
 * @param distance days that the distance to the office adds, to a customer's term alone
 */
export function workingDays(
  from: string,
  amount: number,
  reckoning: Reckoning,
  { stops = [], distance = 0 }: { stops?: readonly Stop[]; distance?: number } = {},
): string {
  const stopped = new Set<number>();
  for (const { notice, remedy } of stops)
    for (let at = rowNumber(notice) + 1; at <= rowNumber(remedy); at += 1) stopped.add(at);
  let at = rowNumber(from);
  let left = amount + (reckoning.calendar === "USER" ? distance : 0);
  while (left > 0) {
    at += 1;
    if (runs(at, reckoning) && !stopped.has(at)) left -= 1;
  }
  return isoOf(at);
}

/** Counts calendar days; a last day on which terms do not run moves to the next that counts. */
export function calendarDays(from: string, amount: number, reckoning: Reckoning): string {
  return isoOf(orNextThatRuns(rowNumber(from) + amount, reckoning));
}

/** Counts months from date to date; for a date that the month lacks, takes the first working day of the next month. */
export function months(from: string, amount: number, reckoning: Reckoning): string {
  const [year = 0, month = 0, date = 0] = from.split("-").map(Number);
  let lastYear = year;
  let lastMonth = month + amount;
  while (lastMonth > 12) {
    lastMonth -= 12;
    lastYear += 1;
  }
  const text = (part: number) => String(part).padStart(2, "0");
  const same = numberOf.get(`${lastYear}-${text(lastMonth)}-${text(date)}`);
  if (same !== undefined) return isoOf(orNextThatRuns(same, reckoning));
  const firstOfNext = lastMonth === 12 ? `${lastYear + 1}-01-01` : `${lastYear}-${text(lastMonth + 1)}-01`;
  return isoOf(orNextThatRuns(rowNumber(firstOfNext), reckoning));
}

/** The last day to claim an unpaid bill: two months or sixty days, whichever ends later (digest 9, row 1). */
export function unpaidWindow(dueOn: string, reckoning: Reckoning): string {
  const byMonths = months(dueOn, 2, reckoning);
  const byDays = calendarDays(dueOn, 60, reckoning);
  return isoOf(Math.max(rowNumber(byMonths), rowNumber(byDays)));
}

/** The last day to claim a paid bill: twelve months from the later of both days (digest 9, row 2). */
export function paidWindow(dueOn: string, paidOn: string, reckoning: Reckoning): string {
  return months(isoOf(Math.max(rowNumber(dueOn), rowNumber(paidOn))), 12, reckoning);
}

/** An outage of the document desk, from one instant to another. */
export interface Down {
  readonly from: string;
  readonly to: string;
}

/** The last day of a customer's term, moved past the outages of the document desk (digest 3.2, force majeure; 5.1). */
export function afterOutages(lastDay: string, outages: readonly Down[], reckoning: Reckoning): string {
  const down = new Set<number>();
  for (const { from, to } of outages) for (let at = dayNumber(from); at <= dayNumber(to); at += 1) down.add(at);
  let at = rowNumber(lastDay);
  while (down.has(at)) at = orNextThatRuns(at + 1, reckoning);
  return isoOf(at);
}

function dayNumber(instant: string): number {
  return Math.floor((Date.parse(instant) - tableStart) / day);
}

/** The legal day of a filing (digest 5.5). */
export function filingDay(instant: string, policy: AfterHours, reckoning: Reckoning): string {
  const sinceStart = Date.parse(instant) - tableStart;
  const number = dayNumber(instant);
  if (policy === "SAME_DAY") return isoOf(number);
  const [hours = 0, minutes = 0] = policy.nextWorkingDayFrom.split(":").map(Number);
  const closed = sinceStart - number * day >= hours * hour + minutes * 60_000;
  return isoOf(orNextThatRuns(closed ? number + 1 : number, reckoning));
}

/** The instant a term that ends on a day is over: 00:00 in Lima of the day after (digest 5.1). */
export function lapseInstant(lastDay: string): string {
  return new Date(tableStart + (rowNumber(lastDay) + 1) * day).toISOString();
}

/** Whether an act precedes the instant its term lapses, if only by a millisecond. */
export function inTime(instant: string, lastDay: string): boolean {
  return Date.parse(instant) < Date.parse(lapseInstant(lastDay));
}
