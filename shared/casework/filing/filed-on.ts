import { filingDay } from "../../domain/filing/filing-day.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { lawInForce, type Tenant } from "../../tenant/tenant.ts";

/**
 * Returns the legal filing day of something that arrives at `now`: its day in Lima. If the law's
 * `submission.afterHoursPolicy` is `NEXT_WORKING_DAY`, what arrives on a day off, or at or after closing time, is
 * instead filed on the next working day (COMPANY calendar).
 */
export function filedOnAt(tenant: Tenant, now: string): CalendarDay {
  const { afterHoursPolicy } = lawInForce(tenant, limaDay(now)).submission;
  return filingDay(now, afterHoursPolicy.value, tenant.calendars.COMPANY.value);
}
