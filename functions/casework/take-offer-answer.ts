import { offerAnswerDecision } from "../../shared/casework/claimant-acts.ts";
import { takeOfferAnswer as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/** Records a claimant's answer to an offer, written down by staff. Refuses as `offerAnswerDecision` does. */
export const takeOfferAnswer = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { body, caller, params } = request;
    const { came, accepted } = body;
    return editCase(deps, request, (at) =>
      offerAnswerDecision({ by: caller, taken: { came } }, at, { offerId: params.offerId, accepted }),
    );
  });
