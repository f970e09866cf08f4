import { limaInstant, limaTime } from "../domain/calendar-day.ts";
import { countWorkingDays } from "../domain/due-dates.ts";
import { dayStatus, nextWorkingDay } from "../domain/legal-calendar.ts";
import type { CaseLaw } from "./claim-law.ts";

/**
 * When what is handed over at an address takes effect (digest 5.6, LPAG 18): at once in a working hour; outside of them,
 * as the next ones begin, by the calendar with more days off: whoever receives it loses nothing.
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

/** Whether a delivery is written down by the working day after it: later, it would eat the recipient's term. */
export function isWrittenDownInTime(effectiveAt: string, now: string, { calendars: { COMPANY } }: CaseLaw): boolean {
  const until = countWorkingDays({ from: limaTime(effectiveAt).day, days: 1, calendar: COMPANY }).dueDate;
  return limaTime(now).day <= until;
}
