import { lastDayToCorrect } from "../../../shared/casework/resolution/correction-term.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf, RefusalOf, WriteKey } from "../../../shared/contract/route.ts";
import type { remedySubmission } from "../../../shared/contract/submission/customer-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { isCopyAsked, submissionStateOn } from "../../../shared/domain/submission/submission.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { limitedAttachments } from "../attachment/attachments-to-file.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { stepSubmission } from "./step-submission.ts";

interface Remedy {
  readonly submissionId: string;
  readonly text: string;
  readonly uploadIds: readonly string[];
  readonly write: WriteKey;
}

/**
 * Records `remedied`, the correction of an observed submission: the clerk checks it again, and it keeps its day. If it
 * is not observed but a copy of an attachment was asked for, records `copy-sent`, and its state stays. Refuses
 * `not-now` if the days to correct it are over or nothing was asked for; `upload-not-found` if a file is not of `by`,
 * was filed or was refused; `upload-not-taken` if there are more than `maxFiles`. Also refuses as `stepSubmission`.
 */
export function remediedSubmission(
  deps: SubmissionsDeps,
  by: { readonly sub: string },
  { submissionId, text, uploadIds, write }: Remedy,
  now: string,
): Promise<Answer<AnswerOf<typeof remedySubmission>, RefusalOf<typeof remedySubmission>>> {
  return stepSubmission(deps, submissionId, { write, now }, async (submission) => {
    const remedyBy = lastDayToCorrect(submission, deps.tenant, now);
    const state = submissionStateOn({ ...submission, remedyBy }, limaDay(now));
    if (state === "not-presented")
      return refused("not-now", { detail: "Los días para corregirlo ya pasaron. Puedes presentarlo otra vez." });
    const isCopy = state !== "observed" && isCopyAsked(submission.entries);
    if (state !== "observed" && !isCopy)
      return refused("not-now", { detail: "Este documento no tiene nada por corregir." });
    const attached = await limitedAttachments(deps, by.sub, uploadIds, now);
    if (!attached.ok) return attached;
    const { attachments, attach } = attached.value;
    return ok({
      step: {
        entry: { type: isCopy ? "copy-sent" : "remedied", at: now, by: by.sub, ...(text && { text }), attachments },
        set: isCopy ? {} : { state: "presented", remark: undefined, remedyBy: undefined },
        attachments,
      },
      also: attach({ submissionId }),
    });
  });
}
