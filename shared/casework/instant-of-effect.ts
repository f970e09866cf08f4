import { limaInstant, limaTime } from "../domain/calendar-day.ts";
import { countWorkingDays } from "../domain/due-dates.ts";
import { dayStatus, nextWorkingDay } from "../domain/legal-calendar.ts";
import type { CaseLaw } from "./claim-law.ts";

/**
 * Returns the instant at which a delivery takes effect (digest 5.6, LPAG 18): at once in working hours, otherwise when the
 * next ones begin, by the calendar with more days off, so that the recipient loses no day.
 * @param deliveredAt an instant, ISO 8601 in UTC
 */
export function effectOfDelivery(
  deliveredAt: string,
  { calendars: { USER }, notification: { hours } }: CaseLaw,
): string {
  const { day, time } = limaTime(deliveredAt);
  const { working } = dayStatus(USER, day);
  if (working && time >= hours.opens && time < hours.closes) return deliveredAt;
  return limaInstant(working && time < hours.opens ? day : nextWorkingDay(USER, day), hours.opens);
}

/** Whether `now` is no later than the working day after a delivery: a later record would take days of the recipient's term. */
export function isRecordedInTime(effectiveAt: string, now: string, { calendars: { COMPANY } }: CaseLaw): boolean {
  const until = countWorkingDays({ from: limaTime(effectiveAt).day, days: 1, calendar: COMPANY }).dueDate;
  return limaTime(now).day <= until;
}
