import { type CalendarDay, calendarDay, limaDay } from "../domain/calendar-day.ts";
import { countWorkingDays } from "../domain/due-dates.ts";
import type { ObservationNoticeWay } from "../domain/submission.ts";
import type { SubmissionRecord, SubmissionStep } from "../storage/submissions.ts";
import { lawInForce, type Tenant } from "../tenant/tenant.ts";
import { claimLaw } from "./claim-law.ts";
import { effectOfDelivery } from "./effect-of-delivery.ts";

/** The last day to mend what was observed: its working days follow the notice (digest 1.5), and no click at the desk. */
export function lastDayToMend(tenant: Tenant, effectiveAt: string): CalendarDay {
  const from = limaDay(effectiveAt);
  const days = lawInForce(tenant, from).claim.remedyDays.value;
  return countWorkingDays({ from, days, calendar: tenant.calendars.USER.value }).dueDate;
}

/** When a message that leaves now takes effect: out of the working hours, as the next ones begin (LPAG 18). */
export function effectOfMessage(tenant: Tenant, { filedOn }: Pick<SubmissionRecord, "filedOn">, now: string): string {
  return effectOfDelivery(now, claimLaw(tenant, calendarDay(filedOn)));
}

interface ClerkNotice {
  /** One of the staff, or a function of ours. */
  readonly by: string;
  readonly at: string;
  readonly how: ObservationNoticeWay;
  readonly effectiveAt: string;
}

/** The step that writes down that somebody was told what their document lacks, from which their days to mend it run. */
export function correctionStartStep(tenant: Tenant, { by, at, how, effectiveAt }: ClerkNotice): SubmissionStep {
  return {
    entry: { type: "notified", at, by, to: how, effectiveAt },
    set: { remedyBy: lastDayToMend(tenant, effectiveAt) },
  };
}
