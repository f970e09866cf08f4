import { type CalendarDay, limaDay } from "../domain/calendar-day.ts";
import { filingDay } from "../domain/due-dates.ts";
import { lawInForce, type Tenant } from "../tenant/tenant.ts";

/** The day that bears what is filed at an instant, by the utility's policy for after hours. */
export function filedOnAt(tenant: Tenant, now: string): CalendarDay {
  const { afterHoursPolicy } = lawInForce(tenant, limaDay(now)).submission;
  return filingDay(now, afterHoursPolicy.value, tenant.calendars.COMPANY.value);
}
