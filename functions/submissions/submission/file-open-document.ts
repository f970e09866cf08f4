import { newSecret } from "../../../shared/casework/case/new-ids.ts";
import { guestOf } from "../../../shared/casework/filing/guest.ts";
import type { Answer } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { fileOpenDocument as route } from "../../../shared/contract/submission/open-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { filedOnce, type PreparedSubmission } from "./filed-once.ts";
import { citedOutage, presentedSubmission } from "./presented-submission.ts";

/**
 * Files, once, a submission of somebody without an account, and answers it with its key. Such submissions have no limit
 * a day, because it may be the last day of a term. Refuses `outage-not-found` if the cited outage is unknown;
 * `upload-not-taken` if there are more than `maxFiles` files; `upload-not-found` if one is not the draft's, was filed
 * before or was refused by its check; `write-key-used` if the key filed other content; `busy` after eight attempts.
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
  const { uploadIds, againstDecision, outageId, claimCode, draftId, ...said } = body;
  const outage = await citedOutage(deps, outageId);
  if (!outage.ok) return outage;
  return presentedSubmission(
    deps,
    { by: guestOf(draftId).sub, uploadIds, presentedAt: now, now },
    {
      ...said,
      key: newSecret(),
      channel: "web",
      ...(claimCode && { citedCode: claimCode }),
      ...(againstDecision && { againstDecision }),
      ...(outage.value && { outage: outage.value }),
    },
  );
}
