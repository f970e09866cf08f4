import { type CalendarDay, limaDay } from "../domain/calendar-day.ts";
import type { ClaimLaw } from "../domain/claim-law.ts";
import { countWorkingDays } from "../domain/due-dates.ts";

/**
 * The last day a notice sent by e-mail is expected to be acknowledged (digest 5.6, `notification.email_ack_days`): never
 * after the last day it can be notified on.
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
