import { type CalendarDay, calendarDay } from "../domain/calendar-day.ts";
import { movedByOutage, outagesAt } from "../domain/outage.ts";
import type { Tenant } from "../tenant/tenant.ts";

/**
 * The last day to mend an observed document: the one its person was told, or the day it moved to where the desk did not
 * work on it. Nothing where there is nothing to mend.
 * @param now an instant, ISO 8601 in UTC
 */
export function remedyDay(
  { remedyBy }: { readonly remedyBy?: string | undefined },
  { outages = [], calendars }: Pick<Tenant, "outages" | "calendars">,
  now: string,
): CalendarDay | undefined {
  return remedyBy === undefined
    ? undefined
    : movedByOutage(calendarDay(remedyBy), outagesAt(outages, now), calendars.USER.value);
}
