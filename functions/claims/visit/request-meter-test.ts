import { requestMeterTest as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Records `meter-test-asked`: the claimant asks for a meter test (contrastación; digest 7.5). Refuses `not-now` if the
 * claim's type is not F01, if the claim is already resolved, or if a test was asked for before. Answers the claim. Also
 * refuses `claim-not-found`, `write-key-used` and `busy` (`recordInCallersClaim`).
 */
export const requestMeterTest = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, ({ now }) =>
      ok({ entries: [{ type: "meter-test-asked", effectiveAt: now, by: caller, details: body }] }),
    );
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });
