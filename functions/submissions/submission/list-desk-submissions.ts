import { daysOfClaims } from "../../../shared/casework/claim/claim-summary.ts";
import { listDeskSubmissions as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { isActOfClaim, submissionDueOn } from "../../../shared/domain/submission/submission.ts";
import { calendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { workingDaysLeft, workingDaysUntil } from "../../../shared/domain/term/due-dates.ts";
import type { SubmissionRecord } from "../../../shared/storage/submission/submissions.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";
import { cursorAfter, positionIn } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { positionForm } from "./list-position.ts";
import { submissionView } from "./submission-view.ts";

/** A submission with how its term stands: of who must mend it while it is observed, else of what the office owes. */
function rowOf(submission: SubmissionRecord, tenant: Tenant, now: string) {
  const { COMPANY, USER } = tenant.calendars;
  const view = submissionView(submission, tenant, now);
  const today = limaDay(now);
  const isObserved = view.state === "observed";
  const due = isObserved ? view.remedyBy : submissionDueOn(view);
  const calendar = isObserved ? USER.value : COMPANY.value;
  return {
    ...view,
    ...(due !== undefined && { dueOn: due, daysLeft: workingDaysUntil(today, calendarDay(due), calendar) }),
    waitedDays: workingDaysLeft(calendarDay(submission.filedOn), today, COMPANY.value),
  };
}

/**
 * Answers a page of one of the clerk's lists of submissions. Observed submissions are ordered by their last day to be
 * corrected, those to answer by their last day to be answered, and all others by when they were presented, the earliest
 * first. A recourse or a queja has the days of its claim, as the work list says them, since it is decided there. Only
 * a full page has a cursor, and the next may be empty. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listDeskSubmissions = ({ caseFiles, tenant, submissions }: SubmissionsDeps) =>
  serve(route, async ({ query: { list, limit, cursor }, now }) => {
    const after = positionIn(cursor, positionForm);
    if (!after.ok) return after;
    const found = await submissions.listed(tenant.office.code.value, list, limit, after.value);
    const claimIn = ({ kind, claim }: SubmissionRecord) => (isActOfClaim(kind) && claim?.claimId) || undefined;
    const days = await daysOfClaims(
      { caseFiles, tenant },
      found.flatMap(({ submission }) => claimIn(submission) ?? []),
      now,
    );
    return ok({
      submissions: found.map(({ submission }) => ({
        ...rowOf(submission, tenant, now),
        days: days.get(claimIn(submission) ?? ""),
      })),
      ...cursorAfter(found, limit, ({ place }) => place),
    });
  });
