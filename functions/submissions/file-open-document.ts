import { filedOnAt } from "../../shared/casework/filed-on.ts";
import { guestOf } from "../../shared/casework/guest.ts";
import { newCode, newSecret, newTimeId } from "../../shared/casework/new-ids.ts";
import { fileOpenDocument as route } from "../../shared/contract/open-submission-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { answerByOf } from "./answer-by.ts";
import { limitedAttachments } from "./attachments-to-file.ts";
import { filedOnce, type PreparedSubmission } from "./filed-once.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

/**
 * Files a submission of somebody without an account, once, and answers it with its key. It is never refused by count:
 * it may be the last day of a term. Refuses `outage-not-found`; `upload-not-taken` for too many files;
 * `upload-not-found`; `write-key-used`; `busy`.
 */
export const fileOpenDocument = (deps: SubmissionsDeps) =>
  serve(route, async (request) => {
    const filed = await filedOnce(deps, request, () => prepare(deps, request));
    if (!filed.ok) return filed;
    const key = (await deps.submissions.find(filed.value.submissionId))?.key;
    if (key === undefined) throw new Error(`submission ${filed.value.submissionId} was filed without a key`);
    return ok({ ...filed.value, submissionKey: key });
  });

async function prepare(
  deps: SubmissionsDeps,
  { body, now }: RequestOf<typeof route>,
): Promise<Answer<PreparedSubmission, "upload-not-found" | "upload-not-taken" | "outage-not-found">> {
  const { tenant } = deps;
  const { uploadIds, againstDecision, outageId, claimCode, draftId, ...said } = body;
  const outage = outageId === undefined ? undefined : await deps.outages.find(outageId);
  if (outageId !== undefined && !outage) return refused("outage-not-found");
  const attached = await limitedAttachments(deps, guestOf(draftId).sub, uploadIds, now);
  if (!attached.ok) return attached;
  const { attachments, attach } = attached.value;
  const filedOn = filedOnAt(tenant, now);
  const submissionId = newTimeId(now);
  return ok({
    submission: {
      submissionId,
      number: newCode(tenant.office.submissionCode.value, filedOn),
      ...said,
      key: newSecret(),
      ...(claimCode && { citedCode: claimCode }),
      channel: "web",
      office: tenant.office.code.value,
      presentedAt: now,
      filedOn,
      answerBy: answerByOf(tenant, filedOn, said),
      state: "presented",
      ...(againstDecision && { againstDecision }),
      ...(outage && { outage: { outageId: outage.outageId, number: outage.number, from: outage.from, to: outage.to } }),
      attachments,
    },
    also: attach({ submissionId }),
  });
}
