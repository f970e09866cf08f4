import { offerAnswerDecision } from "../../shared/casework/claimant-acts.ts";
import { takeOfferAnswer as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records `offer-answered`, written down by staff: the claimant accepts an offer to settle, declines it, or proposes something else.
 * Refuses `offer-not-found` if the claim has no such offer. Refuses `not-now` if the offer has an answer that stands, or its last day is
 * over; if the claimant has no power to conciliate; if the claim is not in conciliation; or if they accept while a proof of standing is
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
