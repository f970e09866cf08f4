import type { ClaimLaw } from "../../domain/case/claim-law.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { countWorkingDays } from "../../domain/term/due-dates.ts";

/**
 * Returns the last day on which a notice sent by e-mail is expected to be acknowledged: `notification.email_ack_days`
 * working days (COMPANY calendar) after the day it was sent (digest 5.6), or `notifyBy`, the last day to notify, if
 * that is earlier.
 */
export function lastDayToAcknowledge(
  sentAt: string,
  { notification, calendars }: Pick<ClaimLaw, "notification" | "calendars">,
  notifyBy: CalendarDay | undefined,
): CalendarDay {
  const { emailAckDays: days } = notification;
  const expected = countWorkingDays({ from: limaDay(sentAt), days, calendar: calendars.COMPANY }).dueDate;
  return notifyBy !== undefined && notifyBy < expected ? notifyBy : expected;
}
