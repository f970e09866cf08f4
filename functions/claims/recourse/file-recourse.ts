import { recourseDecision } from "../../../shared/casework/claim/claimant-acts.ts";
import { filedRecourse } from "../../../shared/casework/recourse/filed-recourse.ts";
import { fileRecourse as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";
/**
 * Files a recourse in the claim and at the document desk in one transaction, and answers the recourse's number and the
 * claim. In a reconsideration, or after one, the recourse is an appeal, whatever `kind` says. Refuses
 * `upload-not-found` if an upload is not the customer's; `not-now` if the law allows no recourse now. Also refuses
 * `claim-not-found`, `write-key-used` and `busy` (`recordInCallersClaim`).
 */
export const fileRecourse = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) =>
      recourseDecision(deps, { by: caller }, at, body),
    );
    if (!recorded.ok) return recorded;
    const claim = viewFor(recorded.value, caller, deps.tenant);
    return ok({ ...filedRecourse(recorded.value), claim });
  });
