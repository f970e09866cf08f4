import { offerAnswerDecision } from "../../../shared/casework/claim/claimant-acts.ts";
import { answerOffer as route } from "../../../shared/contract/conciliation/offer-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Records `offer-answered`: the claimant accepts an offer, declines it, or proposes something else. Refuses
 * `offer-not-found` if the claim has no such offer; `not-now` if it has this answer or one that can no longer be
 * undone, its last day is over, no conciliation runs, or the claimant lacks power to conciliate or, to accept, proof of
 * standing; `cannot-price` if their proposal has no price or parts under one sol; and as `recordInCallersClaim`.
 */
export const answerOffer = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller, params } = request;
    const answer = { offerId: params.offerId, ...body };
    const recorded = await recordInCallersClaim(deps, request, (at) =>
      offerAnswerDecision(deps, { by: caller }, at, answer),
    );
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });
