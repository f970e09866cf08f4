import * as z from "zod";
import { dismissalGrounds } from "../../domain/case/claim-events.ts";
import { claimTypes } from "../../domain/case/claim-types.ts";
import { mostSettledAtOnce } from "../../domain/work/work-list.ts";
import { uploadIds } from "../attachment/attachment-fields.ts";
import { caseEdit, chosenClaims } from "../case/case-edits.ts";
import { receiver, words } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { instant } from "../visit/fields.ts";
export const admitClaim = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/admission",
  roles: ["clerk", "analyst"],
  summary:
    "Accepts a claim, or proposes to dismiss it on a ground of the law: the claim still gets a reasoned resolution in its term.",
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
    "Corrects the type of a claim (encauzamiento), and with it the evidence and the visit it needs; the claimant is notified. A claim about a receipt that is really about a problem becomes a request for attention.",
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
    "Gives a visit and a hearing, within their terms, to a claim that waits for them; a visit of the supply that is still to come serves it too.",
  body: z.strictObject({ reason: words("Escribe por qué le das lugar.", 500) }),
  refusals: ["claim-not-found", "not-now"],
});

export const seeContact = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/contact-seen",
  roles: ["operator", "analyst"],
  summary:
    "Records that a person of the office looked at the contact of a claim filed without an account: it takes its visit and hearing, unless it waits for another reason.",
  body: z.strictObject({ remark: words("Escribe con quién hablaste o qué viste.", 500) }),
  refusals: ["claim-not-found", "not-now"],
});

export const listUnconfirmed = defineRoute({
  method: "GET",
  path: "/desk/unconfirmed",
  audience: "staff",
  roles: ["operator", "analyst", "manager"],
  summary:
    "Returns the claims to be admitted that were filed without an account by who did not show that they know the supply, and whose contact nobody confirmed: by the day on which their hold is to be decided.",
  status: 200,
  answer: z.object({
    claims: z.array(
      z.object({
        claimId: z.string(),
        code: z.string(),
        /** The version of the case that is listed: the act names it. */
        version: z.number().int(),
        claimantName: z.string(),
        supplyCode: z.string(),
        filedAt: z.string(),
        holdBy: z.string(),
      }),
    ),
    /** How many may be settled with one act: no more are listed. */
    most: z.number().int(),
    /** Whether there may be more than are listed. */
    more: z.boolean(),
  }),
  refusals: [],
});

export const settleUnconfirmed = defineRoute({
  method: "POST",
  path: "/desk/unconfirmed",
  audience: "staff",
  roles: ["operator", "analyst"],
  once: true,
  summary:
    "Records the same in up to 50 claims whose contact nobody confirmed, each with its own outcome: that a person of the office looked at the contact, or what the claim lacks. Sent again with its key, it goes on with those that were left.",
  body: z.strictObject({
    claims: chosenClaims(mostSettledAtOnce),
    act: z.enum(["seen", "observed"], { error: "Elija qué registrar." }),
    /** What the person who looked found, or what each claim lacks. */
    says: words("Escriba qué vio o qué falta.", 300),
  }),
  status: 200,
  answer: z.object({
    outcomes: z.array(
      z.object({
        claimId: z.string(),
        /** `left`: it was not done, and the same request sent again goes on with it. */
        outcome: z.enum(["done", "refused", "left"]),
        /** Why it was refused, in Spanish. */
        reason: z.string().optional(),
      }),
    ),
  }),
  refusals: [],
});

export const joinClaims = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/joined",
  roles: ["analyst"],
  summary:
    "Joins a claim that waits for its appointments to another of its supply (acumulación): they share visit and hearing, and each keeps its terms and gets its own answer.",
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
    "States, once, what a claim lacks. When its notice takes effect, the claimant's days to mend it start and the clocks stop.",
  body: z.strictObject({ defects: z.array(words("Escribe qué falta.", 300)).min(1, "Escribe qué falta.").max(5) }),
  refusals: ["claim-not-found", "not-now"],
});

export const notifyObservation = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/observation-notice",
  roles: ["operator", "clerk", "analyst"],
  summary:
    "Records that the claimant was notified of what is missing, by telephone, at the counter or at the address: their days to mend it start.",
  body: z
    .strictObject({
      how: z.enum(["notified-by-telephone", "notified-in-person", "delivered"], { error: "Elige cómo se le avisó." }),
      /** When it was delivered at the address; absent: now. Ignored unless `how` is `delivered`. */
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
    "Records what a claimant whose document is not the register's showed to prove that they may claim: withdrawal and agreement no longer wait.",
  body: z.strictObject({ shown: words("Escribe qué mostró.", 500) }),
  refusals: ["claim-not-found", "not-now"],
});
