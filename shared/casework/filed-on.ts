import { type CalendarDay, limaDay } from "../domain/calendar-day.ts";
import { filingDay } from "../domain/due-dates.ts";
import { lawInForce, type Tenant } from "../tenant/tenant.ts";

/**
 * Returns the day on which something filed at `now` counts as filed, by the law's policy for after hours. The hour is
 * judged by `filingDay` in `domain/due-dates.ts`, by the tenant's `submission.afterHoursPolicy`.
 */
export function filedOnAt(tenant: Tenant, now: string): CalendarDay {
  const { afterHoursPolicy } = lawInForce(tenant, limaDay(now)).submission;
  return filingDay(now, afterHoursPolicy.value, tenant.calendars.COMPANY.value);
}
