import * as z from "zod";
import { dismissalGrounds } from "../domain/claim-events.ts";
import { claimTypes } from "../domain/claim-types.ts";
import { caseEdit } from "./case-edits.ts";
import { receiver, uploadIds, words } from "./claim-fields.ts";
import { instant } from "./fields.ts";
import { defineRoute } from "./route.ts";

export const admitClaim = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/admission",
  roles: ["clerk", "analyst"],
  summary: "Accepts a claim, or proposes to dismiss it: a reasoned resolution is still owed in its term.",
  body: z
    .strictObject({
      outcome: z.enum(["accepted", "dismissal"], { error: "Elige si se admite." }),
      ground: z.enum(dismissalGrounds).optional(),
      reason: z.string().trim().max(1000).default(""),
    })
    .refine(({ outcome, ground, reason }) => outcome === "accepted" || (ground !== undefined && reason !== ""), {
      path: ["reason"],
      error: "Escribe la causal y el motivo.",
    }),
  refusals: ["claim-not-found", "not-now"],
});

export const reclassifyClaim = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/type",
  roles: ["analyst"],
  summary:
    "Corrects the type of a claim (encauzamiento): its evidence and inspections follow it, its claimant is told.",
  body: z.strictObject({
    claimType: z.enum(claimTypes, { error: "Elige el tipo de reclamo." }),
    reason: words("Escribe por qué es de ese tipo.", 500),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const giveAppointments = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/places",
  roles: ["analyst"],
  summary:
    "Gives a day to the visit and the hearing of a claim that was filed without, within their terms: the first free places.",
  body: z.strictObject({ reason: words("Escribe por qué le das lugar.", 500) }),
  refusals: ["claim-not-found", "not-now"],
});

export const joinClaims = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/joined",
  roles: ["analyst"],
  summary:
    "Joins a claim that waits for its places with another of its supply (acumulación): they share visit and hearing, and each keeps its terms and gets its answer.",
  body: z.strictObject({
    code: words("Escribe el código del otro reclamo.", 40),
    reason: words("Escribe por qué van juntos.", 500),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const observeClaim = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/observation",
  roles: ["operator", "clerk", "analyst"],
  summary:
    "Says what is missing, once: from its notice on the claimant has the days of the law to mend it and the clocks stop.",
  body: z.strictObject({ defects: z.array(words("Escribe qué falta.", 300)).min(1, "Escribe qué falta.").max(5) }),
  refusals: ["claim-not-found", "not-now"],
});

export const notifyObservation = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/observation-notice",
  roles: ["operator", "clerk", "analyst"],
  summary:
    "Records that the claimant was told what is missing, by telephone, at the counter or at the address: their term starts.",
  body: z
    .strictObject({
      how: z.enum(["notified-by-telephone", "notified-in-person", "delivered"], { error: "Elige cómo se le avisó." }),
      /** Of a delivery; absent: now. */
      deliveredAt: instant("Escribe cuándo fue.").optional(),
      receiver: receiver.optional(),
      premises: z.string().trim().max(500).optional(),
      uploadIds,
    })
    .refine(({ how, receiver: by }) => how !== "delivered" || by, {
      path: ["receiver"],
      error: "Escribe quién recibió.",
    }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const recordStandingProof = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/standing-proof",
  roles: ["operator", "clerk", "analyst", "conciliator"],
  summary:
    "Records what a claimant whose document is not the register's showed: withdrawal and agreement wait no more.",
  body: z.strictObject({ shown: words("Escribe qué mostró.", 500) }),
  refusals: ["claim-not-found", "not-now"],
});
