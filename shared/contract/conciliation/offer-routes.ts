import * as z from "zod";
import { claimView } from "../claim/claim-views.ts";
import { claimParams, idField } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { isOneAnswer, offerAnswerShape, offerPrice, pricedQuery } from "./offer-fields.ts";

export const answerOffer = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/offers/{offerId}/answer",
  audience: "customer",
  once: true,
  summary:
    "Accepts or declines an offer to settle, once, or proposes something else instead of it; the acta of the hearing records what that changes.",
  params: claimParams.extend({ offerId: idField("Esa propuesta no existe.") }),
  body: z.strictObject(offerAnswerShape).refine(...isOneAnswer),
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "offer-not-found", "cannot-price", "not-now"],
});

export const priceCounterOffer = defineRoute({
  method: "GET",
  path: "/claims/{claimId}/offers/{offerId}/price",
  audience: "customer",
  summary:
    "Returns what the receipt of an offer would cost at the volume that its claimant would propose, and the monthly parts of it.",
  params: claimParams.extend({ offerId: idField("Esa propuesta no existe.") }),
  query: pricedQuery,
  status: 200,
  answer: offerPrice,
  refusals: ["claim-not-found", "offer-not-found", "cannot-price"],
});
