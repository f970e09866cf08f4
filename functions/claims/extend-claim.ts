import { extensionDecision } from "../../shared/casework/claimant-acts.ts";
import { extendClaim as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDeps } from "./claim-deps.ts";
/**
 * Adds grounds, evidence or months of the same supply to a claim of the customer (ampliación), and answers the claim.
 * Refuses as `recordInCallersClaim` and `extensionDecision` do: `upload-not-found`; `not-now` also once its last day (T05)
 * is over, and after ten times.
 */
export const extendClaim = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) =>
      extensionDecision(deps, { by: caller }, at, body),
    );
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });
