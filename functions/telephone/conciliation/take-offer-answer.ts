import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { offerAnswerDecision } from "../../../shared/casework/claim/claimant-acts.ts";
import { takeOfferAnswer as route } from "../../../shared/contract/counter/act-on-behalf-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";

/**
 * Records `offer-answered`: through staff, a claimant accepts an offer, declines it, or proposes something else.
 * Refuses `offer-not-found` if the claim has no such offer; `not-now` if it has this answer or one that can no longer
 * be undone, its last day is over, no conciliation runs, or the claimant lacks power to conciliate or, to accept, proof
 * of standing; `cannot-price` if their proposal has no price or parts under one sol. Also refuses as `editCase`.
 */
export const takeOfferAnswer = (deps: TelephoneDeps) =>
  serve(route, (request) => {
    const { body, caller, params } = request;
    const { came, ...answer } = body;
    return editCase(deps, request, (at) =>
      offerAnswerDecision(deps, { by: caller, taken: { came } }, at, { offerId: params.offerId, ...answer }),
    );
  });
