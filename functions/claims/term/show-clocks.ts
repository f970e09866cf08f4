import { clocksView } from "../../../shared/casework/term/clocks-view.ts";
import { showClocks as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { callersClaim } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers the terms that count in a customer's claim, each with every day counted or skipped and why. Refuses
 * `claim-not-found` if the customer neither filed nor opened the claim.
 */
export const showClocks = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const found = await callersClaim(deps, request);
    return found.ok ? ok(clocksView(found.value)) : found;
  });
