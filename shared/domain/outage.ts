import { type CalendarDay, limaDay } from "./calendar-day.ts";
import { type DueDate, daysMoved } from "./due-dates.ts";
import { type LegalCalendar, nextWorkingDay } from "./legal-calendar.ts";

/** A time the document desk did not work, as its monitor saw it: instants, ISO 8601 in UTC. */
export interface OutageTime {
  readonly from: string;
  readonly to: string;
}

/** One that is recorded, and the instant from which terms are read by it: every environment knows of it by then. */
export interface KnownOutage extends OutageTime {
  readonly inForceFrom: string;
}

function outageOn(day: CalendarDay, outages: readonly OutageTime[]): OutageTime | undefined {
  return outages.find(({ from, to }) => limaDay(from) <= day && day <= limaDay(to));
}

/** Those in force at an instant; the very list where all are. */
export function outagesAt(outages: readonly KnownOutage[], now: string): readonly KnownOutage[] {
  const known = outages.filter(({ inForceFrom }) => inForceFrom <= now);
  return known.length === outages.length ? outages : known;
}

/**
 * The last day of a term: where the desk did not work on it, the next working day on which it did (digest 3.2, force
 * majeure; LPAG 145.2).
 * @param calendar the customer's: USER
 */
export function movedByOutage(
  dueDate: CalendarDay,
  outages: readonly OutageTime[],
  calendar: LegalCalendar,
): CalendarDay {
  return outageOn(dueDate, outages) ? movedByOutage(nextWorkingDay(calendar, dueDate), outages, calendar) : dueDate;
}

/** A term moved as `movedByOutage` says, its working with each outage on the day it met. */
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
