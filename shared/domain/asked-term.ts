import type { CalendarDay } from "./calendar-day.ts";
import { addMonthsRolled, countCalendarDays, countWorkingDays, type DueDate } from "./due-dates.ts";
import type { LegalCalendar } from "./legal-calendar.ts";

/** A term somebody asks for: in working days, in calendar days or in months, one of the three. */
export interface AskedTerm {
  readonly from: CalendarDay;
  readonly days?: number | undefined;
  readonly calendarDays?: number | undefined;
  readonly months?: number | undefined;
}

/**
 * Counts a term in the unit it was asked in (digest 5.1).
 * Throws `RangeError` if its amount is out of range, or there is none.
 */
export function countAsked({ from, days, calendarDays, months }: AskedTerm, calendar: LegalCalendar): DueDate {
  if (months !== undefined) return addMonthsRolled({ from, months, calendar });
  if (calendarDays !== undefined) return countCalendarDays({ from, days: calendarDays, calendar });
  return countWorkingDays({ from, days: days ?? Number.NaN, calendar });
}
