import { offerAnswerDecision } from "../../shared/casework/claimant-acts.ts";
import { answerOffer as route } from "../../shared/contract/offer-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Records `offer-answered`: the claimant accepts an offer to settle, declines it, or proposes something else. Refuses
 * `offer-not-found` if the claim has no such offer. Refuses `not-now` if the offer has this answer or one that can no
 * longer be undone, or its last day is over; if the claimant lacks the power to conciliate, or accepts while a proof of
 * standing is awaited; or if the claim is not in conciliation. Refuses `cannot-price` if what they propose has no price
 * or parts of less than one sol. Answers the claim. Also refuses `claim-not-found`, `write-key-used` and `busy`
 * (`recordInCallersClaim`).
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
