import { decisionsView } from "../../../shared/casework/resolution/decisions-view.ts";
import { showDecision as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { callersClaim } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers the decisions of a customer's claim that were notified. Refuses `claim-not-found` if the customer neither
 * filed nor opened the claim.
 */
export const showDecision = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const found = await callersClaim(deps, request);
    return found.ok ? ok(decisionsView(found.value)) : found;
  });
