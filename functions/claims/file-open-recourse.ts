import { recourseDecision } from "../../shared/casework/claimant-acts.ts";
import { filedRecourse } from "../../shared/casework/filed-recourse.ts";
import { guestOf } from "../../shared/casework/guest.ts";
import { record } from "../../shared/casework/record.ts";
import { fileOpenRecourse as route } from "../../shared/contract/open-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { claimByDocument, claimByKey } from "./claim-by-key.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Files a recourse without an account in the claim of a code and its key, or its claimant's document, and at the
 * document desk in one transaction. Answers its number and key. After a reconsideration it is an appeal, whatever its
 * kind says. Refuses as `claimByKey` does; `upload-not-found`; `not-now` if the law does not allow it.
 */
export const fileOpenRecourse = (deps: ClaimDeps) =>
  serve(route, async ({ body, now, write }) => {
    const { code, claimKey, document, draftId, ...recourse } = body;
    const found =
      claimKey === undefined && document !== undefined
        ? await claimByDocument(deps, { code, document }, now)
        : await claimByKey(deps, { code, claimKey: claimKey ?? "" }, now);
    if (!found.ok) return found;
    const { file: known } = found.value;
    const { claimId } = known.head;
    const by = guestOf(draftId);
    const recorded = await record(deps, { claimId, now, write, known }, (at) =>
      recourseDecision(deps, { by }, at, recourse),
    );
    if (!recorded.ok) return recorded;
    const { submissionId, ...filed } = filedRecourse(recorded.value);
    const submission = await deps.submissions.find(submissionId);
    if (submission?.key === undefined)
      throw new Error(`recourse ${submissionId} was filed without an account or a key`);
    return ok({ ...filed, submissionKey: submission.key });
  });
