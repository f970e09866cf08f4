import { offerAnswerDecision } from "../../shared/casework/claimant-acts.ts";
import { takeOfferAnswer as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records `offer-answered`, a claimant's answer to an offer to settle and what they propose instead, written down by staff. Refuses `offer-not-found`
 * if the claim has no such offer. Refuses `not-now` if the offer was answered or its last day is over; if the claimant
 * has no power to conciliate; if the claim is not in conciliation; or if they accept while a proof of standing is
 * awaited. Refuses `cannot-price` if what they propose has no price.
 */
export const takeOfferAnswer = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { body, caller, params } = request;
    const { came, ...answer } = body;
    return editCase(deps, request, (at) =>
      offerAnswerDecision(deps, { by: caller, taken: { came } }, at, { offerId: params.offerId, ...answer }),
    );
  });
