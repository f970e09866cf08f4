import { type CalendarDay, limaDay } from "../term/calendar-day.ts";
import { type DueDate, daysMoved } from "../term/due-dates.ts";
import { type LegalCalendar, nextWorkingDay } from "../term/legal-calendar.ts";

/** A time in which the document desk did not work, as its monitor recorded it: instants, ISO 8601 in UTC. */
export interface OutageTime {
  readonly from: string;
  readonly to: string;
}

/** A recorded outage, and the instant from which terms take it into account; every environment has it by then. */
export interface KnownOutage extends OutageTime {
  readonly inForceFrom: string;
}

function outageOn(day: CalendarDay, outages: readonly OutageTime[]): OutageTime | undefined {
  return outages.find(({ from, to }) => limaDay(from) <= day && day <= limaDay(to));
}

/**
 * Returns the outages that terms take into account at `now`: those whose `inForceFrom` is not after `now`, whether or
 * not they have ended. Returns the array `outages` itself if none is left out.
 */
export function outagesAt(outages: readonly KnownOutage[], now: string): readonly KnownOutage[] {
  const known = outages.filter(({ inForceFrom }) => inForceFrom <= now);
  return known.length === outages.length ? outages : known;
}

/**
 * Returns `dueDate`. If an outage touches that day in Lima, even a part of it, returns the next working day that no
 * outage touches (digest 3.2, force majeure; LPAG 145.2).
 * @param calendar the customer's: USER
 */
export function movedByOutage(
  dueDate: CalendarDay,
  outages: readonly OutageTime[],
  calendar: LegalCalendar,
): CalendarDay {
  return outageOn(dueDate, outages) ? movedByOutage(nextWorkingDay(calendar, dueDate), outages, calendar) : dueDate;
}

/**
 * Returns the term with its last day moved off outages. While an outage touches the last day in Lima, even a part of
 * that day, the last day moves to the next working day. In `days`, each outage is noted on the day it touched, and the
 * days added are not counted. Returns the same object if no outage touches the last day.
 */
export function withOutages<Term extends DueDate>(
  term: Term,
  outages: readonly OutageTime[],
  calendar: LegalCalendar,
): Term {
  const met = outageOn(term.dueDate, outages);
  if (!met) return term;
  const outage = { from: met.from, to: met.to };
  const days = [
    ...term.days.map((day) => (day.date === term.dueDate ? { ...day, outage } : day)),
    ...daysMoved(term.dueDate, calendar, "moved"),
  ];
  return withOutages({ ...term, dueDate: nextWorkingDay(calendar, term.dueDate), days }, outages, calendar);
}
