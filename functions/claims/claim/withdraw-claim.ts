import { withdrawalDecision } from "../../../shared/casework/claim/claimant-acts.ts";
import { undoneWithdrawal } from "../../../shared/casework/resolution/undone-withdrawal.ts";
import { withdrawClaim as route, undoWithdrawal as undoRoute } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";

/**
 * Records `withdrawal-requested`; the utility accepts it later. If the tribunal has the file, also alerts the manager
 * to forward the request there. Refuses `not-now` if a withdrawal is pending, if the claimant's representative has no
 * power to withdraw, if a proof of standing is awaited, or if the claim's state allows no withdrawal. Answers the
 * claim. Also refuses `claim-not-found`, `write-key-used` and `busy` (`recordInCallersClaim`).
 */
export const withdrawClaim = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) => withdrawalDecision({ by: caller }, at, body));
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });

/**
 * Records `withdrawal-undone`: the claim goes on. Refuses `not-now` unless a request to withdraw that was made by
 * telephone is pending and its last day to undo is not over. Answers the claim. Also refuses `claim-not-found`,
 * `write-key-used` and `busy` (`recordInCallersClaim`).
 */
export const undoWithdrawal = (deps: ClaimDeps) =>
  serve(undoRoute, async (request) => {
    const { caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) => undoneWithdrawal({ by: caller }, at));
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });
