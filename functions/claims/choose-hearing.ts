import { hearingChoiceDecision } from "../../shared/casework/hearing-choice.ts";
import { chooseHearing as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Records how the hearing is held, or the number its claimant is called at. Refuses as `hearingChoiceDecision` does.
 */
export const chooseHearing = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) =>
      hearingChoiceDecision(deps.tenant, { by: caller }, at, body),
    );
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });
