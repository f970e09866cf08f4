import { withdrawalDecision } from "../../shared/casework/claimant-acts.ts";
import { withdrawClaim as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Records `withdrawal-requested`. The claim goes on until the utility accepts the withdrawal. If the tribunal has the
 * file, the tribunal decides instead, and the manager is alerted to forward the request. Refuses `not-now` if the
 * claimant must still prove that they may claim, or if a withdrawal was requested before. Also refuses as
 * `recordInCallersClaim` does.
 */
export const withdrawClaim = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) => withdrawalDecision({ by: caller }, at, body));
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });
