import type { Calendars } from "../case/claim-law.ts";
import { ok, type Result } from "../case/result.ts";
import { addDays, type CalendarDay, daysBetween, partsOf, weekday } from "./calendar-day.ts";
import {
  type CalendarId,
  calendarIds,
  dayStatus,
  type LegalCalendar,
  type NonWorkingDay,
  nonWorkingDaysOf,
} from "./legal-calendar.ts";

interface Change {
  readonly date: CalendarDay;
  /** The norm that orders the change. */
  readonly source: string;
  /** The calendars it changes. */
  readonly scope: readonly CalendarId[];
}

/** Kinds of days that can be added: `decreed` is that day alone, a holiday is that day every year from then on. */
export const addedReasons = ["decreed", "regional-holiday", "national-holiday"] as const;

/**
 * A day added to the calendars or removed from them. Removing a holiday ends it from the year of `date` on; earlier
 * years keep it.
 */
export type CalendarChange =
  | (Change & { readonly action: "add"; readonly reason: (typeof addedReasons)[number]; readonly name: string })
  | (Change & { readonly action: "remove" });

/** Why a change is refused. */
export type ChangeRefusal =
  /** The calendar already has that day. */
  | "already-there"
  /** A decreed day on a weekend changes nothing. */
  | "weekend"
  | "not-there"
  /** The day would be off for the company and a working day for its customers (digest 5.7). */
  | "company-alone";

/** A version of the calendars: what changed, who changed it and why, and the instant from which it is in force. */
export interface CalendarVersion {
  /** Counts from 1, which is the seed. */
  readonly number: number;
  /** ISO 8601 in UTC; the seed's is before any claim. */
  readonly inForceFrom: string;
  readonly by: string;
  readonly why: string;
  readonly changes: readonly CalendarChange[];
  readonly calendars: Calendars;
  /** The instant from which a newer version is in force; absent for the newest. */
  readonly until?: string | undefined;
  /** How many claims with a moved date were notified so far. */
  readonly moves: number;
  /** When every claim with a moved date had been notified; absent until then. */
  readonly notifiedAt?: string | undefined;
}

type Entries = LegalCalendar["nonWorking"];

function added(change: CalendarChange & { action: "add" }, recordedAt: CalendarDay): Entries[number] {
  const { reason, name, source, date } = change;
  const entry = { name, source, recordedAt };
  if (reason === "decreed") return { ...entry, reason, date };
  return { ...entry, reason, on: { monthDay: date.slice(5) }, fromYear: partsOf(date).year };
}

/**
 * Returns the calendar's entries after a day is removed: a decreed day is left out; a holiday ends the year before, or
 * is left out if it began that year.
 */
function without(calendar: LegalCalendar, date: CalendarDay): Entries {
  const { year } = partsOf(date);
  return calendar.nonWorking.flatMap((entry): Entries => {
    const names = dayStatus({ ...calendar, nonWorking: [entry] }, date).name !== undefined;
    if (!names) return [entry];
    return entry.reason === "decreed" || entry.fromYear === year ? [] : [{ ...entry, untilYear: year - 1 }];
  });
}

function refusalOf(change: CalendarChange, calendar: LegalCalendar): ChangeRefusal | undefined {
  const named = dayStatus(calendar, change.date).name !== undefined;
  if (change.action === "remove") return named ? undefined : "not-there";
  if (named) return "already-there";
  return change.reason === "decreed" && weekday(change.date) > 5 ? "weekend" : undefined;
}

function changed(before: Calendars, change: CalendarChange, recordedAt: CalendarDay): Calendars {
  const of = (calendar: LegalCalendar): LegalCalendar => {
    if (!change.scope.includes(calendar.id)) return calendar;
    const nonWorking =
      change.action === "add" ? [...calendar.nonWorking, added(change, recordedAt)] : without(calendar, change.date);
    return { ...calendar, nonWorking };
  };
  return { COMPANY: of(before.COMPANY), USER: of(before.USER) };
}

/**
 * Returns the calendars with the changes applied in order, each in the calendars of its `scope`. Checks no change
 * (`changedCalendars` does): removing a day that is not there changes nothing. Both calendars get the new version.
 * @param version the name of the resulting version
 * @param recordedAt the day the changes were entered, kept in each added entry
 */
export function calendarsAfter(
  before: Calendars,
  changes: readonly CalendarChange[],
  version: string,
  recordedAt: CalendarDay,
): Calendars {
  const { COMPANY, USER } = changes.reduce((current, change) => changed(current, change, recordedAt), before);
  return { COMPANY: { ...COMPANY, version }, USER: { ...USER, version } };
}

/** Why the changes are refused; `at` is the index of the first one at fault. */
export type RefusedChange = { readonly ok: false; readonly error: ChangeRefusal; readonly at: number };

/** In so many years a date falls on every day of the week, also with a 29 February among them. */
const yearsOfWeekdays = 12;

/**
 * Returns the calendars with the changes applied in order, or refuses all of them with `at`, the index of the first
 * change at fault: `not-there` if a calendar of its `scope` lacks the day to remove, `already-there` if one has the day
 * to add, `weekend` if a decreed day is a Saturday or Sunday, `company-alone` if its day would be off for the company
 * and a working day for users. For a holiday or a removal, its day is looked at in each of the next twelve years.
 * @param version the name of the resulting version
 * @param recordedAt the day the changes were entered, kept in each added entry
 */
export function changedCalendars(
  before: Calendars,
  changes: readonly CalendarChange[],
  version: string,
  recordedAt: CalendarDay,
): Result<Calendars, RefusedChange> {
  let current = before;
  for (const [at, change] of changes.entries()) {
    const [error] = change.scope.flatMap((id) => refusalOf(change, current[id]) ?? []);
    if (error) return { ok: false, error, at };
    current = changed(current, change, recordedAt);
  }
  const at = changes.findIndex((change) => daysOf(change).some((day) => restsAlone(current, day)));
  if (at >= 0) return { ok: false, error: "company-alone", at };
  return ok(calendarsAfter(before, changes, version, recordedAt));
}

/**
 * Returns the days on which a change is checked: a decreed day's own; for a holiday or a removal, every day of the
 * twelve years from its date.
 */
function daysOf(change: CalendarChange): readonly CalendarDay[] {
  if (change.action === "add" && change.reason === "decreed") return [change.date];
  return Array.from({ length: yearsOfWeekdays * 366 }, (_, days) => addDays(change.date, days));
}

/** Returns whether a day is off for the company and a working day for its customers. */
function restsAlone({ COMPANY, USER }: Calendars, date: CalendarDay): boolean {
  return !dayStatus(COMPANY, date).working && dayStatus(USER, date).working;
}

/** A non-working day with the calendars that have it. */
export interface ListedDay extends NonWorkingDay {
  readonly scope: readonly CalendarId[];
}

/**
 * Returns the non-working days of a year in date order. Calendars with the same day, reason, name and source share one
 * entry.
 */
export function listedDays(calendars: Calendars, year: number): readonly ListedDay[] {
  const listed = new Map<string, ListedDay>();
  for (const id of calendarIds) {
    for (const day of nonWorkingDaysOf(calendars[id], year)) {
      const key = JSON.stringify([day.date, day.reason, day.name, day.source]);
      listed.set(key, { ...day, scope: [...(listed.get(key)?.scope ?? []), id] });
    }
  }
  return [...listed.values()].sort((a, b) => daysBetween(b.date, a.date));
}
