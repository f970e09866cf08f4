import { offerAnswerDecision } from "../../shared/casework/claimant-acts.ts";
import { takeOfferAnswer as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records `offer-answered` for a claimant who says to staff that they accept an offer, decline it, or propose something
 * else. Refuses `offer-not-found` if the claim has no such offer. Refuses `not-now` if the offer has this answer or one
 * that can no longer be undone, or its last day is over; if the claimant lacks the power to conciliate, or accepts
 * while a proof of standing is awaited; or if the claim is not in conciliation. Refuses `cannot-price` if what they
 * propose has no price or parts of less than one sol. Answers the case. Also refuses `write-key-used` and `busy`
 * (`editCase`).
 */
export const takeOfferAnswer = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { body, caller, params } = request;
    const { came, ...answer } = body;
    return editCase(deps, request, (at) =>
      offerAnswerDecision(deps, { by: caller, taken: { came } }, at, { offerId: params.offerId, ...answer }),
    );
  });
