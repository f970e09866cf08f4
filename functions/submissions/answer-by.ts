import type { CalendarDay } from "../../shared/domain/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/due-dates.ts";
import type { ActOfClaimKind, SubmissionKind } from "../../shared/domain/submission.ts";
import { type Law, lawInForce, type Tenant } from "../../shared/tenant/tenant.ts";

/** What each kind is answered in, where a law says so. */
const terms: Readonly<Partial<Record<Exclude<SubmissionKind, ActOfClaimKind>, (law: Law) => number>>> = {
  observation: ({ observation }) => observation.days.value,
  "data-access": ({ personalData }) => personalData.accessDays.value,
  "data-rectification": ({ personalData }) => personalData.correctionDays.value,
  "data-cancellation": ({ personalData }) => personalData.correctionDays.value,
  "data-opposition": ({ personalData }) => personalData.correctionDays.value,
};

/**
 * The last day to answer a submission, counted from the day it bears: by the law of its kind, or in the days its letter gives.
 * Nothing where none is owed.
 */
export function answerByOf(
  tenant: Tenant,
  filedOn: CalendarDay,
  {
    kind,
    letter,
  }: {
    readonly kind: Exclude<SubmissionKind, ActOfClaimKind>;
    readonly letter?: { readonly days?: number | undefined } | undefined;
  },
): CalendarDay | undefined {
  const days = letter?.days ?? terms[kind]?.(lawInForce(tenant, filedOn));
  if (days === undefined) return undefined;
  return countWorkingDays({ from: filedOn, days, calendar: tenant.calendars.COMPANY.value }).dueDate;
}
