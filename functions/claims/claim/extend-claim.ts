import { extensionDecision } from "../../../shared/casework/claim/claimant-acts.ts";
import { extendClaim as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
/**
 * Records `claim-extended`: grounds, attachments or months that the customer adds. Refuses `receipt-not-found` if a
 * receipt is not of the supply's last 24 billed months; `upload-not-found` if an upload is not the customer's;
 * `not-now` after the last day to extend (T05) or ten extensions, or if months are added to a claim about no receipts
 * or one that would then have more than 24. Answers the claim. Also refuses as `recordInCallersClaim`.
 */
export const extendClaim = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) =>
      extensionDecision(deps, { by: caller }, at, body),
    );
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });
