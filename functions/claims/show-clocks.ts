import { clocksView } from "../../shared/casework/clocks-view.ts";
import { showClocks as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { callersClaim } from "./callers-claim.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Answers the terms that count in a customer's claim, each with every day counted or skipped and why. Refuses
 * `claim-not-found` if the customer neither filed nor opened the claim.
 */
export const showClocks = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const found = await callersClaim(deps, request);
    return found.ok ? ok(clocksView(found.value)) : found;
  });
