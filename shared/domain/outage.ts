import { type CalendarDay, limaDay } from "./calendar-day.ts";
import { type LegalCalendar, nextWorkingDay } from "./legal-calendar.ts";

/** A time the document desk did not work, as its monitor saw it: instants, ISO 8601 in UTC. */
export interface OutageTime {
  readonly from: string;
  readonly to: string;
}

/**
 * The last day of a term when the desk did not work on it: the next working day on which it did (force majeure, LPAG
 * 145.2). Nothing where it worked.
 * @param calendar the customer's: USER
 */
export function movedByOutage(
  dueDate: CalendarDay,
  outages: readonly OutageTime[],
  calendar: LegalCalendar,
): CalendarDay | undefined {
  let day = dueDate;
  while (outages.some(({ from, to }) => limaDay(from) <= day && day <= limaDay(to)))
    day = nextWorkingDay(calendar, day);
  return day === dueDate ? undefined : day;
}
