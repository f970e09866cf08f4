import { claimView } from "../claim/claim-views.ts";
import { claimParams } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { hearingSeen, slotFields, visitView } from "./visit-views.ts";

export const showVisit = defineRoute({
  method: "GET",
  path: "/claims/{claimId}/visit",
  audience: "customer",
  summary:
    "Returns the next visit of a claim: who comes, what they look at, and the free slots its claimant may choose.",
  params: claimParams,
  status: 200,
  answer: visitView,
  refusals: ["claim-not-found"],
});

export const confirmVisit = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/visit/confirmation",
  audience: "customer",
  once: true,
  summary: "Records that somebody will be there for the visit, on the day and hour that the claimant saw.",
  params: claimParams,
  body: slotFields,
  status: 200,
  answer: visitView,
  refusals: ["claim-not-found", "not-now"],
});

export const moveVisit = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/visit/slot",
  audience: "customer",
  once: true,
  summary:
    "Moves the visit to another free slot within its term, a limited number of times, up to the working day before it.",
  params: claimParams,
  body: slotFields,
  status: 200,
  answer: visitView,
  refusals: ["claim-not-found", "not-now"],
});

export const confirmHearing = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/hearing/confirmation",
  audience: "customer",
  once: true,
  summary: "Records that the claimant will take part in the hearing, on the day and hour that they saw.",
  params: claimParams,
  body: hearingSeen,
  status: 200,
  answer: claimView,
  refusals: ["claim-not-found", "not-now"],
});
