import { offerAnswerDecision } from "../../shared/casework/claimant-acts.ts";
import { answerOffer as route } from "../../shared/contract/offer-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Records `offer-answered`: the claimant accepts an offer, declines it or proposes another. Refuses `offer-not-found`
 * if there is no such offer; `not-now` if it has this answer or a final one, its last day is over, no conciliation
 * runs, or the claimant lacks power to conciliate or, to accept, proof of standing; `cannot-price` if their proposal
 * has no price or parts under one sol. Also refuses `claim-not-found`, `write-key-used`, `busy`.
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
