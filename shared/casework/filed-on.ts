import { type CalendarDay, limaDay } from "../domain/calendar-day.ts";
import { filingDay } from "../domain/due-dates.ts";
import { lawInForce, type Tenant } from "../tenant/tenant.ts";

/**
 * Returns the legal filing day of something that arrives at `now`: its day in Lima. If the law's policy
 * (`submission.afterHoursPolicy`) moves what comes after hours, then the next working day (COMPANY calendar) for what
 * comes on a day off or from closing time on.
 */
export function filedOnAt(tenant: Tenant, now: string): CalendarDay {
  const { afterHoursPolicy } = lawInForce(tenant, limaDay(now)).submission;
  return filingDay(now, afterHoursPolicy.value, tenant.calendars.COMPANY.value);
}
