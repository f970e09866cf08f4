import { pricedFor } from "../../shared/casework/claimant-acts.ts";
import { priceView } from "../../shared/casework/price-offer.ts";
import { priceCounterOffer as route } from "../../shared/contract/offer-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { callersClaim } from "./callers-claim.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Answers what the receipt of an offer would cost if the claimant proposed to bill it at `m3`, and its monthly parts if they asked for
 * some. Records nothing. Refuses `offer-not-found` if the claim has no such offer; `cannot-price` if the volume is above the billed one,
 * the receipt has no price list, or a monthly part would be too small.
 */
export const priceCounterOffer = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const found = await callersClaim(deps, request);
    if (!found.ok) return found;
    const { offerId } = request.params;
    const priced = await pricedFor(deps, found.value, { offerId, proposed: request.query });
    return priced.ok ? ok(priceView(priced.value)) : priced;
  });
