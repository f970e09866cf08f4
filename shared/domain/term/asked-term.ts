import type { CalendarDay } from "./calendar-day.ts";
import { addMonthsRolled, countCalendarDays, countWorkingDays, type DueDate } from "./due-dates.ts";
import type { LegalCalendar } from "./legal-calendar.ts";

/**
 * A term that somebody asks to have counted: in working `days`, in `calendarDays` or in `months`. If several are set,
 * `months` wins, then `calendarDays`.
 */
export interface AskedTerm {
  readonly from: CalendarDay;
  readonly days?: number | undefined;
  readonly calendarDays?: number | undefined;
  readonly months?: number | undefined;
}

/**
 * Counts a term in the unit it was asked in (digest 5.1): in `months`, if set; else in `calendarDays`, if set; else in
 * working `days`. Throws `RangeError` if none is set, or if the amount is not a whole number from 1 to 400 (months:
 * from 1 to 12).
 */
export function countAsked({ from, days, calendarDays, months }: AskedTerm, calendar: LegalCalendar): DueDate {
  if (months !== undefined) return addMonthsRolled({ from, months, calendar });
  if (calendarDays !== undefined) return countCalendarDays({ from, days: calendarDays, calendar });
  return countWorkingDays({ from, days: days ?? Number.NaN, calendar });
}
