import { extensionDecision } from "../../shared/casework/claimant-acts.ts";
import { extendClaim as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDeps } from "./claim-deps.ts";
/**
 * Records `claim-extended`: grounds, attachments or months that the customer adds to their claim (ampliación). Refuses
 * `receipt-not-found` if a receipt is not of the supply's last 24 billed months; `upload-not-found` if an upload is not
 * theirs; `not-now` after the last day to extend (T05), ten extensions or 24 months, or for months of a claim about no
 * receipts. Answers the claim. Also refuses `claim-not-found`, `write-key-used` and `busy` (`recordInCallersClaim`).
 */
export const extendClaim = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) =>
      extensionDecision(deps, { by: caller }, at, body),
    );
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });
