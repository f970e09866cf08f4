import { consentChange } from "../../../shared/casework/notice/consent-change.ts";
import { consentToNotices as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Records `notice-consent`: the claimant agrees to be notified by a channel, or no longer agrees. Writes nothing if
 * they said the same last, unless that was a consent by telephone that may still be undone: said again here, it counts
 * at once. Refuses `not-now` if they agree to `email` but the claim has no address, to `mailbox` but the utility has
 * none, or after ten changes today. Answers the claim. Also refuses as `recordInCallersClaim`.
 */
export const consentToNotices = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller: by } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) => consentChange({ by }, at, body));
    return recorded.ok ? ok(viewFor(recorded.value, by, deps.tenant)) : recorded;
  });
