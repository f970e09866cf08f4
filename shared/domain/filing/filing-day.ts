import { type CalendarDay, limaTime } from "../term/calendar-day.ts";
import { dayStatus, type LegalCalendar, nextWorkingDay } from "../term/legal-calendar.ts";

/**
 * On which day something sent counts as filed (`filing.after_hours_policy`): always the same day, or the next working
 * day once the office is closed.
 */
export type SubmissionPolicy =
  | { readonly afterHours: "SAME_DAY" }
  | { readonly afterHours: "NEXT_WORKING_DAY"; readonly closesAt: string };

/**
 * Returns the day on which something sent counts as filed (digest 5.5, `filing.after_hours_policy`). Under SAME_DAY,
 * it is the day in Lima, at any hour and on any day. Under NEXT_WORKING_DAY, it is that day if it is a working day and
 * the time is before `closesAt`; otherwise it is the next working day.
 * @param instant of sending, ISO 8601 in UTC; throws `RangeError` if it is not
 */
export function filingDay(instant: string, policy: SubmissionPolicy, calendar: LegalCalendar): CalendarDay {
  const { day, time } = limaTime(instant);
  if (policy.afterHours === "SAME_DAY") return day;
  return dayStatus(calendar, day).working && time < policy.closesAt ? day : nextWorkingDay(calendar, day);
}
