import { hearingChoiceDecision, hearingConfirmation } from "../../../shared/casework/conciliation/hearing-choice.ts";
import { chooseHearing as route } from "../../../shared/contract/claim/claim-routes.ts";
import { confirmHearing as confirmRoute } from "../../../shared/contract/visit/visit-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Records `hearing-mode-chosen`: how the claimant wants their hearing held, or which number to call. Writes nothing if
 * neither changes. Refuses `not-now` if there is no hearing or its hour has come; if the last day to change the mode is
 * over, or the office does not offer the mode; if a hearing by telephone has no number; or if there were ten changes
 * today. Answers the claim. Also refuses `claim-not-found`, `write-key-used` and `busy` (`recordInCallersClaim`).
 */
export const chooseHearing = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) =>
      hearingChoiceDecision(deps.tenant, { by: caller }, at, body),
    );
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });

/**
 * Records `hearing-confirmed`: the claimant will take part. Writes nothing if the hearing is confirmed already. Refuses
 * `not-now` if no hearing is to come, or if the hearing is not on the day and hour sent, which the claimant saw.
 * Answers the claim. Also refuses `claim-not-found`, `write-key-used` and `busy` (`recordInCallersClaim`).
 */
export const confirmHearing = (deps: ClaimDeps) =>
  serve(confirmRoute, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) =>
      hearingConfirmation(deps.tenant, { by: caller }, at, body),
    );
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });
