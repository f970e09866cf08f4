import { limaInstant, limaTime } from "../../domain/term/calendar-day.ts";
import { countWorkingDays } from "../../domain/term/due-dates.ts";
import { dayStatus, nextWorkingDay } from "../../domain/term/legal-calendar.ts";
import type { CaseLaw } from "../case/claim-law.ts";

/**
 * Returns the instant at which a delivery takes effect (digest 5.6, LPAG 18): `deliveredAt` itself within working
 * hours, from `opens` to before `closes`; otherwise the instant at which the next working hours open. Days off are
 * those of the USER calendar.
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

/**
 * Returns whether a delivery that took effect at `effectiveAt` may still be recorded at `now`. It may until the first
 * working day (COMPANY calendar) after the day of effect, inclusive.
 */
export function isRecordedInTime(effectiveAt: string, now: string, { calendars: { COMPANY } }: CaseLaw): boolean {
  const until = countWorkingDays({ from: limaTime(effectiveAt).day, days: 1, calendar: COMPANY }).dueDate;
  return limaTime(now).day <= until;
}
