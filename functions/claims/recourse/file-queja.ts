import { quejaDecision } from "../../../shared/casework/claim/claimant-acts.ts";
import { filedQueja } from "../../../shared/casework/recourse/quejas.ts";
import { fileQueja as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";
/**
 * Files a queja in the claim and at the document desk, whatever the claim's state, and answers the queja's number and
 * the claim. Refuses `not-now` if the claim had five quejas today; `upload-not-found` if an upload is not the
 * customer's. Also refuses `claim-not-found`, `write-key-used` and `busy` (`recordInCallersClaim`).
 */
export const fileQueja = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) => quejaDecision(deps, { by: caller }, at, body));
    if (!recorded.ok) return recorded;
    return ok({ ...filedQueja(recorded.value), claim: viewFor(recorded.value, caller, deps.tenant) });
  });
