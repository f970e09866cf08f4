declare const calendarDayBrand: unique symbol;

/** A day in Lima that exists, `YYYY-MM-DD`. Days compare as text: `a < b` is "a comes before b". */
export type CalendarDay = string & { readonly [calendarDayBrand]: true };

/** Years 0001 to 9999 of the Gregorian calendar. */
const dayForm = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const instantForm = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):[0-5]\d(\.\d+)?Z$/;
const clockTimeForm = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/;

/** Days already worked out, both ways: the terms of a claim ask for the same ones hundreds of times. */
const numbered = new Map<CalendarDay, number>();
const written = new Map<number, CalendarDay>();

/** Lima is five hours behind UTC all year (digest 5.1). */
const limaHoursBehind = 5;

/** Splits a day into year, month (1 to 12) and day of the month, without checking it. */
export function partsOf(day: string): { year: number; month: number; dayOfMonth: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), dayOfMonth: Number(day.slice(8, 10)) };
}

/** Returns the number of days of a month (1 to 12): 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Returns whether a text is a day that exists: `2026-02-30` and `2026-2-3` are not. */
function isCalendarDay(text: string): text is CalendarDay {
  if (!dayForm.test(text)) return false;
  const { year, month, dayOfMonth } = partsOf(text);
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
}

/** Returns the text as a day, or undefined if no such day exists. For input from outside. */
export function parseDay(text: string): CalendarDay | undefined {
  return isCalendarDay(text) ? text : undefined;
}

/** Returns the text as a day; throws `RangeError` if no such day exists. For data and tests. */
export function calendarDay(text: string): CalendarDay {
  if (!isCalendarDay(text)) throw new RangeError(`no such day: ${text}`);
  return text;
}

/** Returns the day of a year, month (1 to 12) and day of the month; throws `RangeError` if no such day exists. */
export function dayFrom(year: number, month: number, dayOfMonth: number): CalendarDay {
  const two = (part: number) => String(part).padStart(2, "0");
  return calendarDay(`${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`);
}

/** Returns the days from 1 March of year 0 to 1 March of a year. */
function daysBeforeMarch(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

/**
 * Returns the days since 1 March of year 0. A year that begins in March ends with the leap day, which then needs no
 * exception.
 */
function dayNumber(day: CalendarDay): number {
  const number = numbered.get(day) ?? numberOf(day);
  numbered.set(day, number);
  return number;
}

function numberOf(day: CalendarDay): number {
  const { year, month, dayOfMonth } = partsOf(day);
  const monthsSinceMarch = (month + 9) % 12;
  const marchYear = month < 3 ? year - 1 : year;
  return daysBeforeMarch(marchYear) + Math.floor((153 * monthsSinceMarch + 2) / 5) + dayOfMonth - 1;
}

/** Inverse of `dayNumber`. */
function dayOfNumber(number: number): CalendarDay {
  const day = written.get(number) ?? dayWritten(number);
  written.set(number, day);
  return day;
}

function dayWritten(number: number): CalendarDay {
  const yearAtMost = Math.floor(number / 365.2425) + 1;
  const marchYear = daysBeforeMarch(yearAtMost) > number ? yearAtMost - 1 : yearAtMost;
  const dayOfYear = number - daysBeforeMarch(marchYear);
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthsSinceMarch + 2) / 5) + 1;
  return dayFrom(
    monthsSinceMarch > 9 ? marchYear + 1 : marchYear,
    monthsSinceMarch > 9 ? monthsSinceMarch - 9 : monthsSinceMarch + 3,
    dayOfMonth,
  );
}

/** Returns the day `days` later, or earlier if negative. Throws `RangeError` outside the years 1 to 9999. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayOfNumber(dayNumber(day) + days);
}

/** Returns the days from one day to another: positive if `to` is later, negative if earlier, 0 for the same day. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** Returns the weekday, Monday 1 to Sunday 7. Day number 0, 1 March of year 0, was a Wednesday. */
export function weekday(day: CalendarDay): number {
  return ((dayNumber(day) + 2) % 7) + 1;
}

/**
 * Returns the day and time of day in Lima (`HH:MM`, seconds dropped) of an instant.
 * @param instant ISO 8601 in UTC, ending in `Z`; throws `RangeError` if it is not
 */
export function limaTime(instant: string): { day: CalendarDay; time: string } {
  const [, text, hour, minute] = instantForm.exec(instant) ?? [];
  const day = text && parseDay(text);
  if (!day) throw new RangeError(`not an instant in UTC: ${instant}`);
  const limaHour = Number(hour) - limaHoursBehind;
  return {
    day: limaHour < 0 ? addDays(day, -1) : day,
    time: `${String((limaHour + 24) % 24).padStart(2, "0")}:${minute}`,
  };
}

/** Returns the minutes into the day of the `HH:MM` that a text begins with. */
export function minuteOf(time: string): number {
  return 60 * Number(time.slice(0, 2)) + Number(time.slice(3, 5));
}

/** Returns the day in Lima of an instant; throws `RangeError` if the text is not ISO 8601 in UTC, ending in `Z`. */
export function limaDay(instant: string): CalendarDay {
  return limaTime(instant).day;
}

/**
 * Returns the instant, in UTC, of a time of day in Lima.
 * @param time `HH:MM`, or `24:00` for the end of the day; throws `RangeError` if it is neither
 */
export function limaInstant(day: CalendarDay, time: string): string {
  if (!clockTimeForm.test(time)) throw new RangeError(`not a time of day: ${time}`);
  const hour = Number(time.slice(0, 2)) + limaHoursBehind;
  const utcDay = hour < 24 ? day : addDays(day, 1);
  return `${utcDay}T${String(hour % 24).padStart(2, "0")}:${time.slice(3)}:00.000Z`;
}

/**
 * Returns the instant at which a term with the last day `day` is over: 00:00 in Lima of the next day, working or not.
 * An act at that instant is late (digest 5.1).
 */
export function lapsesAt(day: CalendarDay): string {
  return limaInstant(day, "24:00");
}

/** Returns the month before a month; both are `YYYY-MM`. */
export function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 1
    ? `${String(year - 1).padStart(4, "0")}-12`
    : `${month.slice(0, 5)}${String(number - 1).padStart(2, "0")}`;
}
