import { newEvidenceDecision, remedyDecision } from "../../../shared/casework/claim/claimant-acts.ts";
import { remedyClaim as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
/**
 * Records `remedied`, the claimant's answer to an observation, with its attachments. In the state `in-reconsideration`,
 * records `new-evidence-brought` instead. Refuses `not-now` if the claim is in neither state; for new evidence, also if
 * there is some already, if there is no attachment, or if the check refused every attachment. Refuses
 * `upload-not-found` if an upload is not the customer's. Answers the claim. Also refuses as `recordInCallersClaim`.
 */
export const remedyClaim = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) => {
      const decide = at.claim.state === "in-reconsideration" ? newEvidenceDecision : remedyDecision;
      return decide(deps, { by: caller }, at, body);
    });
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });
