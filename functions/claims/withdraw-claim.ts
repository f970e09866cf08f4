import { withdrawalDecision } from "../../shared/casework/claimant-acts.ts";
import { withdrawClaim as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Records `withdrawal-requested`. The claim goes on until the utility accepts it, or the tribunal if the file is there;
 * then the manager is alerted to forward it. Refuses `not-now` if a proof of standing is awaited.
 */
export const withdrawClaim = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) => withdrawalDecision({ by: caller }, at, body));
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });
