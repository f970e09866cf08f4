import { pricedFor } from "../../../shared/casework/claim/claimant-acts.ts";
import { priceView } from "../../../shared/casework/conciliation/price-offer.ts";
import { priceCounterOffer as route } from "../../../shared/contract/conciliation/offer-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { callersClaim } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers what the receipt of an offer would cost if the claimant proposed to bill it at `m3`, and its monthly parts if
 * `instalments` is given. Records nothing. Refuses `claim-not-found` if the customer neither filed nor opened the
 * claim; `offer-not-found` if the claim has no such offer; `cannot-price` if `m3` is above the billed volume, the
 * receipt has no price list, or a monthly part would be less than one sol.
 */
export const priceCounterOffer = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const found = await callersClaim(deps, request);
    if (!found.ok) return found;
    const { offerId } = request.params;
    const priced = await pricedFor(deps, found.value, { offerId, proposed: request.query });
    return priced.ok ? ok(priceView(priced.value)) : priced;
  });
