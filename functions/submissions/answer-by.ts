import { type CalendarDay, calendarDay } from "../../shared/domain/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/due-dates.ts";
import {
  type ActOfClaimKind,
  isActOfClaim,
  isPossibleRecourse,
  type SubmissionKind,
  submissionDueOn,
} from "../../shared/domain/submission.ts";
import type { SubmissionRecord } from "../../shared/storage/submissions.ts";
import { type Law, lawInForce, type Tenant } from "../../shared/tenant/tenant.ts";

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

/** Working days that a recourse or a queja gives the office, from the day it was filed. */
const actTerms: Readonly<Record<ActOfClaimKind, (law: Law) => number>> = {
  appeal: ({ appeal }) => appeal.elevationDays.value,
  reconsideration: ({ recon }) => recon.days.value,
  queja: ({ queja }) => queja.forwardDays.value,
};

type Judged = Pick<SubmissionRecord, "kind" | "filedOn" | "againstDecision" | "recordedAs"> &
  Partial<Pick<SubmissionRecord, "entries">>;

/**
 * Returns the last day to take a submission as the recourse it may be: the day to elevate an appeal filed then, which
 * is the shortest term of a recourse. Undefined if it is no possible recourse.
 */
export function recourseByOf(tenant: Tenant, { entries = [], ...submission }: Judged): CalendarDay | undefined {
  return isPossibleRecourse({ ...submission, entries }) ? actDueOn(tenant, "appeal", submission.filedOn) : undefined;
}

/**
 * Returns the day a submission waits for at the document desk: of a recourse or queja its term by law, of another its
 * last day to be answered or to be taken as the recourse it may be. Undefined if it has none.
 */
export function deskDueOn(tenant: Tenant, submission: SubmissionRecord): CalendarDay | undefined {
  const { kind, filedOn, answerBy } = submission;
  if (isActOfClaim(kind)) return actDueOn(tenant, kind, filedOn);
  const dueOn = submissionDueOn({ answerBy, recourseBy: recourseByOf(tenant, submission) });
  return dueOn === undefined ? undefined : calendarDay(dueOn);
}

function actDueOn(tenant: Tenant, kind: ActOfClaimKind, filed: string): CalendarDay {
  const from = calendarDay(filed);
  const days = actTerms[kind](lawInForce(tenant, from));
  return countWorkingDays({ from, days, calendar: tenant.calendars.COMPANY.value }).dueDate;
}
