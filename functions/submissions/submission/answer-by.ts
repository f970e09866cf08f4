import {
  type ActOfClaimKind,
  isPossibleRecourse,
  type SubmissionKind,
} from "../../../shared/domain/submission/submission.ts";
import { type CalendarDay, calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../../shared/domain/term/due-dates.ts";
import type { SubmissionRecord } from "../../../shared/storage/submission/submissions.ts";
import { type Law, lawInForce, type Tenant } from "../../../shared/tenant/tenant.ts";

/** Working days to answer each kind, if a law gives them. */
const terms: Readonly<Partial<Record<Exclude<SubmissionKind, ActOfClaimKind>, (law: Law) => number>>> = {
  observation: ({ observation }) => observation.days.value,
  "data-access": ({ personalData }) => personalData.accessDays.value,
  "data-rectification": ({ personalData }) => personalData.correctionDays.value,
  "data-cancellation": ({ personalData }) => personalData.correctionDays.value,
  "data-opposition": ({ personalData }) => personalData.correctionDays.value,
};

/**
 * Returns the last day to answer a submission, counted in working days of the COMPANY calendar after `filedOn`. The
 * number of days is what the submission's letter states or, if it states none, what the law gives for its kind.
 * Undefined if neither gives a number.
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

type Judged = Pick<SubmissionRecord, "kind" | "filedOn" | "againstDecision" | "recordedAs"> &
  Partial<Pick<SubmissionRecord, "entries">>;

/**
 * Returns the last day to take a submission as the recourse it may be: the day to elevate an appeal filed then, which
 * is the shortest term of a recourse. Undefined if it is no possible recourse.
 */
export function recourseByOf(tenant: Tenant, { entries = [], ...submission }: Judged): CalendarDay | undefined {
  if (!isPossibleRecourse({ ...submission, entries })) return undefined;
  const from = calendarDay(submission.filedOn);
  const days = lawInForce(tenant, from).appeal.elevationDays.value;
  return countWorkingDays({ from, days, calendar: tenant.calendars.COMPANY.value }).dueDate;
}
