import { lastDayToCorrect } from "../../../shared/casework/resolution/correction-term.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { showSubmission } from "../../../shared/contract/submission/customer-submission-routes.ts";
import { isCopyAsked, submissionStateOn } from "../../../shared/domain/submission/submission.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import type { SubmissionRecord } from "../../../shared/storage/submission/submissions.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";
import { recourseByOf } from "./answer-by.ts";

type View = AnswerOf<typeof showSubmission>;

const madeOf = (document: object | undefined) => (document ? "ready" : "preparing");

/**
 * Returns what the person of a submission sees of its view: of a file that was taken out, since it is another person's,
 * only that it was.
 */
export const forPerson = (view: View): View => ({
  ...view,
  entries: view.entries.map((entry) => (entry.type === "file-taken-out" ? { type: entry.type, at: entry.at } : entry)),
});

/**
 * Returns a submission as the clerk sees it and, through `forPerson`, its person, at `now`. Its `state` is
 * `not-presented` if it was observed and its last day to be corrected is over.
 */
export function submissionView(submission: SubmissionRecord, tenant: Tenant, now: string): View {
  const {
    constancia,
    cargo,
    observation,
    answer,
    data,
    presentedAs: _,
    notified: __,
    key: ____,
    attachments,
    entries,
    registered,
    state,
    remedyBy: ___,
    againstDecision,
    recourseBy: _____,
    ...said
  } = submission;
  const remedyBy = lastDayToCorrect(submission, tenant, now);
  const recourseBy = recourseByOf(tenant, submission);
  return {
    ...said,
    state: submissionStateOn({ state, remedyBy }, limaDay(now)),
    ...(remedyBy !== undefined && { remedyBy }),
    ...(recourseBy !== undefined && { recourseBy }),
    ...(registered && { registered: { at: registered.at, ...(registered.reason && { reason: registered.reason }) } }),
    againstDecision: againstDecision === true,
    copyAsked: isCopyAsked(entries),
    attachments: [...attachments],
    entries: entries.map(({ by: _, write: __, attachments: brought, ...entry }) => ({
      ...entry,
      ...(brought && {
        attachments: brought.map((one) => attachments.find(({ documentId }) => documentId === one.documentId) ?? one),
      }),
    })),
    constancia: madeOf(constancia),
    ...(submission.receivedAt !== undefined && { cargo: madeOf(cargo) }),
    ...(entries.some(({ type }) => type === "observed") && { observation: madeOf(observation) }),
    ...(submission.answeredAt !== undefined && { answer: madeOf(answer) }),
    ...(entries.some(({ type }) => type === "data-gathered") && { data: madeOf(data) }),
  };
}
