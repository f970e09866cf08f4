import { type CalendarDay, daysBetween, partsOf, weekday } from "./calendar-day.ts";
import type { Calendars } from "./claim-law.ts";
import {
  type CalendarId,
  calendarIds,
  dayStatus,
  type LegalCalendar,
  type NonWorkingDay,
  nonWorkingDaysOf,
} from "./legal-calendar.ts";
import { ok, type Result } from "./result.ts";

interface Change {
  readonly date: CalendarDay;
  /** The norm it was read in. */
  readonly source: string;
  /** Whose terms it touches. */
  readonly scope: readonly CalendarId[];
}

/** What can be added: a decreed day is that day alone, a holiday is that day of every year from then on. */
export const addedReasons = ["decreed", "regional-holiday", "national-holiday"] as const;

/**
 * A day added to the calendars or taken off them. A holiday taken off stops the year of the day named: the years before
 * keep it.
 */
export type CalendarChange =
  | (Change & { readonly action: "add"; readonly reason: (typeof addedReasons)[number]; readonly name: string })
  | (Change & { readonly action: "remove" });

/** Why a change cannot be made. */
export type ChangeRefusal =
  /** The calendar names that day already. */
  | "already-there"
  /** Nobody works that day anyhow. */
  | "weekend"
  | "not-there"
  /** The company would rest on a day that counts for its customers (digest 5.7). */
  | "company-alone";

/** A version of the calendars: what was changed, by whom and why, and from which instant it is in force. */
export interface CalendarVersion {
  /** From 1, the seed, on. */
  readonly number: number;
  /** ISO 8601 in UTC; the seed's is before any claim. */
  readonly inForceFrom: string;
  readonly by: string;
  readonly why: string;
  readonly changes: readonly CalendarChange[];
  readonly calendars: Calendars;
  /** From which instant another is in its place, once there is one. */
  readonly until?: string | undefined;
  /** Claims whose dates it moved, as many as were told so far. */
  readonly moves: number;
  /** When everyone whose date it moved had been told. */
  readonly notifiedAt?: string | undefined;
}

type Entries = LegalCalendar["nonWorking"];

function added(change: CalendarChange & { action: "add" }, recordedAt: CalendarDay): Entries[number] {
  const { reason, name, source, date } = change;
  const entry = { name, source, recordedAt };
  if (reason === "decreed") return { ...entry, reason, date };
  return { ...entry, reason, on: { monthDay: date.slice(5) }, fromYear: partsOf(date).year };
}

/** The entries without a day: a decreed one is gone, a holiday ends the year before. */
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
 * The calendars after changes that were judged when they were made: no later rule undoes them.
 * @param version what the calendars after them are called
 * @param recordedAt the day the changes were entered
 */
export function calendarsAfter(
  before: Calendars,
  changes: readonly CalendarChange[],
  version: string,
  recordedAt: CalendarDay,
): Calendars {
  const { COMPANY, USER } = changes.reduce((so, change) => changed(so, change, recordedAt), before);
  return { COMPANY: { ...COMPANY, version }, USER: { ...USER, version } };
}

/** What is refused, and the place of the change among those asked for. */
export type RefusedChange = { readonly ok: false; readonly error: ChangeRefusal; readonly at: number };

/** The calendars after some changes, made in order, or the first that cannot be made: see `calendarsAfter`. */
export function changedCalendars(
  before: Calendars,
  changes: readonly CalendarChange[],
  version: string,
  recordedAt: CalendarDay,
): Result<Calendars, RefusedChange> {
  let so = before;
  for (const [at, change] of changes.entries()) {
    const [error] = change.scope.flatMap((id) => refusalOf(change, so[id]) ?? []);
    if (error) return { ok: false, error, at };
    so = changed(so, change, recordedAt);
  }
  const at = changes.findIndex(({ date }) => restsAlone(so, date));
  if (at >= 0) return { ok: false, error: "company-alone", at };
  return ok(calendarsAfter(before, changes, version, recordedAt));
}

/** Whether the company has a day off that its customers have not. */
function restsAlone({ COMPANY, USER }: Calendars, date: CalendarDay): boolean {
  return !dayStatus(COMPANY, date).working && dayStatus(USER, date).working;
}

/** A day that one calendar names, or both. */
export interface ListedDay extends NonWorkingDay {
  readonly scope: readonly CalendarId[];
}

/** The days of a year that the calendars name, in order, each with the calendars that name it so. */
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
