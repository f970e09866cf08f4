import { addDays, type CalendarDay, dayFrom, daysBetween, partsOf, weekday } from "./calendar-day.ts";

/**
 * COMPANY counts the terms of the utility, USER those of the customer. They differ where the law is disputed (digest
 * 5.7).
 */
export const calendarIds = ["COMPANY", "USER"] as const;
export type CalendarId = (typeof calendarIds)[number];

/** Why a day is or is not a working day. */
export const dayReasons = ["working", "weekend", "national-holiday", "regional-holiday", "decreed"] as const;
export type DayReason = (typeof dayReasons)[number];

/** What every entry of a calendar has: the name shown to people, its source, and the day it was entered. */
interface Entry {
  readonly name: string;
  readonly source: string;
  readonly recordedAt: CalendarDay;
}

/**
 * A holiday of every year from `fromYear` to `untilYear`, both included: on a fixed `MM-DD`, or a number of days from
 * Easter.
 */
export interface YearlyHoliday extends Entry {
  readonly reason: "national-holiday" | "regional-holiday";
  readonly on: { readonly monthDay: string } | { readonly daysFromEaster: number };
  readonly fromYear: number;
  readonly untilYear?: number;
}

/** One day made non-working by decree. */
export interface DecreedDay extends Entry {
  readonly reason: "decreed";
  readonly date: CalendarDay;
}

/**
 * One version of one calendar: plain data, which can be stored, sent and edited. Saturdays and Sundays need no entry.
 */
export interface LegalCalendar {
  readonly id: CalendarId;
  readonly version: string;
  readonly nonWorking: readonly (YearlyHoliday | DecreedDay)[];
}

/** Whether a day is a working day, and why not; `name` is the entry's, so a weekend has none. */
export interface DayStatus {
  readonly working: boolean;
  readonly reason: DayReason;
  readonly name?: string;
}

/** A date that a calendar's entry names, which may be on a weekend. */
export interface NonWorkingDay extends Entry {
  readonly date: CalendarDay;
  readonly reason: (YearlyHoliday | DecreedDay)["reason"];
}

/** Returns Easter Sunday of a Gregorian year (anonymous computus). */
export function easter(year: number): CalendarDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const daysFromMarch = epact + toSunday - 7 * lateMoon + 114;
  return dayFrom(year, Math.floor(daysFromMarch / 31), (daysFromMarch % 31) + 1);
}

/** Returns the entries of a calendar that name a day, in the calendar's order. */
function entriesFor({ nonWorking }: LegalCalendar, day: CalendarDay): readonly (YearlyHoliday | DecreedDay)[] {
  const { year } = partsOf(day);
  const monthDay = day.slice(5);
  const fromEaster = daysBetween(easter(year), day);
  return nonWorking.filter((entry) => {
    if (entry.reason === "decreed") return entry.date === day;
    if (year < entry.fromYear || year > (entry.untilYear ?? year)) return false;
    return "monthDay" in entry.on ? entry.on.monthDay === monthDay : entry.on.daysFromEaster === fromEaster;
  });
}

/**
 * Returns whether a day is a working day under a calendar, and if not, why. If an entry of the calendar names a
 * Saturday or Sunday, the reason is the entry's, not `weekend`. If several entries name the day, the first counts
 * (digest 5.1, 5.2).
 */
export function dayStatus(calendar: LegalCalendar, day: CalendarDay): DayStatus {
  const days = known.get(calendar) ?? new Map<CalendarDay, DayStatus>();
  known.set(calendar, days);
  const status = days.get(day) ?? statusOf(calendar, day);
  days.set(day, status);
  return status;
}

/**
 * Day statuses already computed: a calendar is never edited, and the terms of a claim ask for the same days hundreds of
 * times.
 */
const known = new WeakMap<LegalCalendar, Map<CalendarDay, DayStatus>>();

function statusOf(calendar: LegalCalendar, day: CalendarDay): DayStatus {
  const [entry] = entriesFor(calendar, day);
  if (entry) return { working: false, reason: entry.reason, name: entry.name };
  return weekday(day) > 5 ? { working: false, reason: "weekend" } : { working: true, reason: "working" };
}

/** Returns the first working day strictly after `day`. */
export function nextWorkingDay(calendar: LegalCalendar, day: CalendarDay): CalendarDay {
  const next = addDays(day, 1);
  return dayStatus(calendar, next).working ? next : nextWorkingDay(calendar, next);
}

/**
 * Returns every date of a year that the calendar's entries name, in order. Dates on a weekend are included. A date
 * that several entries name appears once for each entry.
 */
export function nonWorkingDaysOf(calendar: LegalCalendar, year: number): readonly NonWorkingDay[] {
  const days: NonWorkingDay[] = [];
  for (let date = dayFrom(year, 1, 1); partsOf(date).year === year; date = addDays(date, 1)) {
    for (const { reason, name, source, recordedAt } of entriesFor(calendar, date)) {
      days.push({ date, reason, name, source, recordedAt });
    }
  }
  return days;
}
