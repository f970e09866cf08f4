import * as z from "zod";
import { resolutionOutcomes } from "../../domain/case/claim-events.ts";
import { longestFindingKey } from "../../domain/resolution/resolution-answers.ts";
import { caseEdit, decidedOnce, isEachOnce } from "../case/case-edits.ts";
import { caseView } from "../case/case-view.ts";
import { daysOwed } from "../claim/claim-views.ts";
import { claimParams, idField, words } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";

/** The longest draft, in bytes: some sixty pages. An item of the store takes twice as many. */
const mostBytes = 200_000;

export const saveResolution = defineRoute({
  ...caseEdit,
  method: "PUT",
  path: "/desk/claims/{claimId}/resolution",
  roles: ["resolver"],
  summary:
    "Saves the draft of the resolution over the one it was written on; over a newer one it is refused with `version-stale`.",
  body: z
    .strictObject({
      outcome: z.enum(resolutionOutcomes, { error: "Elige el sentido de la decisión." }),
      decision: words("Escribe qué se decide.", 2000),
      reasons: words("Escribe por qué.", 8000),
      /** Each month: its own outcome if it differs from the whole's, and the m³ at which it is left. */
      months: z
        .array(
          z.strictObject({
            receiptNumber: words("Elige el recibo.", 30),
            outcome: z.enum(resolutionOutcomes).optional(),
            correctedM3: z.number().int().min(0).max(100_000).optional(),
            /** Why the month departs from the rule for an atypical month without a leak. */
            departure: z.string().trim().max(1000).optional(),
          }),
        )
        .max(24)
        .refine(isEachOnce, decidedOnce)
        .default([]),
      /** The answer to each matter of the claim, with what proves it: `entry:7`, `document:{id}`, `evidence:bills`. */
      answers: z
        .array(
          z.strictObject({
            matter: words("Elige a qué responde.", 40),
            text: z.string().trim().max(3000, "Escribe 3000 letras como máximo."),
            cites: z.array(words("Elige una pieza del expediente.", 120)).max(60),
          }),
        )
        .max(30)
        .default([]),
      /** When the draft it was written over was saved; absent for the first draft. */
      basedOn: z.string().max(40).optional(),
    })
    .refine((draft) => new TextEncoder().encode(JSON.stringify(draft)).length <= mostBytes, {
      path: ["reasons"],
      error: "La resolución es demasiado larga para guardarla. Escribe menos en los motivos o en las respuestas.",
    }),
  refusals: ["claim-not-found", "receipt-not-found", "not-now"],
});

export const overrideChecklist = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/overrides",
  roles: ["resolver", "signer", "manager"],
  summary:
    "Lets a resolution go without evidence that is missing, or with what is wrong with its draft, for a written reason. The author of the draft may not, nor who conciliated the claim, and for a resolution that the same person sends it does not count.",
  body: z
    .strictObject({
      items: z.array(idField("Esa prueba no existe.")).max(20).default([]),
      /** Keys of what is wrong with the saved draft. */
      findings: z.array(words("Elige una observación del proyecto.", longestFindingKey)).max(60).default([]),
      reason: words("Escribe por qué se decide así.", 500),
    })
    .refine(({ items, findings }) => items.length + findings.length > 0, {
      path: ["items"],
      error: "Elige qué se dispensa.",
    }),
  refusals: ["claim-not-found", "not-now"],
});

export const askOverride = defineRoute({
  method: "POST",
  audience: "staff",
  once: true,
  params: claimParams,
  status: 200,
  answer: caseView,
  path: "/desk/claims/{claimId}/overrides/request",
  roles: ["resolver"],
  summary:
    "Notes that another person is asked to let the resolution go without what it lacks, and puts the claim on the list of those that wait for it.",
  body: z.strictObject({}),
  refusals: ["claim-not-found", "not-now"],
});

export const listOverridesAsked = defineRoute({
  method: "GET",
  path: "/desk/overrides",
  audience: "staff",
  roles: ["resolver", "signer", "manager"],
  summary: "Returns the claims that wait for an override that was asked for, up to 50, what is lost first on top.",
  status: 200,
  answer: z.object({
    claims: z.array(
      z.object({
        claimId: z.string(),
        code: z.string(),
        claimantName: z.string(),
        /** The day on which it was asked for. */
        askedOn: z.string(),
        /** The days of its claim: what is lost while nobody answers. */
        days: daysOwed,
      }),
    ),
    more: z.boolean(),
  }),
  refusals: [],
});

export const executeDecision = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/execution",
  roles: ["billing"],
  summary: "Records that what was decided was carried out, and by which document of the commercial system.",
  body: z.strictObject({
    summary: words("Escribe qué se hizo.", 1000),
    reference: words("Escribe el documento del sistema comercial.", 60),
  }),
  refusals: ["claim-not-found", "not-now"],
});
