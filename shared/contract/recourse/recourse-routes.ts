import * as z from "zod";
import {
  type ResolutionOutcome,
  recourseKinds,
  resolutionOutcomes,
  tribunalOutcomes,
} from "../../domain/case/claim-events.ts";
import {
  causeOf,
  favoured,
  isContradicted,
  isLost,
  resultOfDecision,
  tribunalCauses,
} from "../../domain/resolution/tribunal-decision.ts";
import { uploadIds } from "../attachment/attachment-fields.ts";
import { caseEdit, decidedOnce, isEachOnce, noticeFields } from "../case/case-edits.ts";
import { words } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { instant } from "../visit/fields.ts";
export const reclassifyRecourse = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/recourse-kind",
  roles: ["analyst"],
  summary:
    "Corrects the kind of a recourse to what it is, whatever its label says (encauzamiento); the claimant is notified why.",
  body: z.strictObject({
    as: z.enum(recourseKinds, { error: "Elige qué recurso es." }),
    reason: words("Escribe por qué es ese recurso.", 500),
  }),
  refusals: ["claim-not-found", "not-now"],
});

export const elevateFile = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/elevation",
  roles: ["clerk", "analyst"],
  summary:
    "Records when the tribunal received the file; refused while the elevation letter is not signed, or without a copy of the file made since the appeal unless it went on paper.",
  body: z.strictObject({
    receivedAt: instant("Escribe cuándo lo recibió el tribunal."),
    reference: words("Escribe el número con que lo recibió el tribunal.", 60),
    /** That the file went on paper, not as the copy that the office makes for the tribunal. */
    onPaper: z.literal(true).optional(),
  }),
  refusals: ["claim-not-found", "not-now"],
});

/** What leaves a receipt as it was billed. */
const leaves: ReadonlySet<ResolutionOutcome> = new Set(["rejected", "dismissed"]);

export const recordTribunal = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/tribunal-decision",
  roles: ["clerk", "analyst"],
  summary:
    "Records what the tribunal decided, and its term if it sent the claim back. Figures of a final decision are ordered from the commercial system at once.",
  body: z
    .strictObject({
      outcome: z.enum(tribunalOutcomes, { error: "Elige qué decidió el tribunal." }),
      number: words("Escribe el número de la resolución.", 60),
      receivedAt: instant("Escribe cuándo se recibió."),
      summary: words("Escribe qué decidió.", 2000),
      termDays: z.number().int().min(1).max(60).optional(),
      /** Whom a decision on the merits favours; needed if it gives no figures. */
      inFavourOf: z.enum(favoured, { error: "Elige a quién le dio la razón." }).optional(),
      /** The main cause by which the company lost; needed if it did, but for a silence, whose cause is the delay. */
      cause: z.enum(tribunalCauses, { error: "Elige por qué se perdió." }).optional(),
      /** What it decided on receipts, if in figures: those receipts are then billed again, or are due. */
      months: z
        .array(
          z.strictObject({
            receiptNumber: z.string().max(40),
            outcome: z.enum(resolutionOutcomes, { error: "Elige qué se decidió de ese recibo." }),
            correctedM3: z.number().int().min(0).max(99_999).optional(),
          }),
        )
        .max(24)
        .refine(isEachOnce, decidedOnce)
        .optional(),
      uploadIds,
    })
    .refine(({ outcome, termDays }) => !outcome.startsWith("back-") || termDays !== undefined, {
      path: ["termDays"],
      error: "Escribe el plazo que dio el tribunal.",
    })
    .refine(
      ({ months = [] }) => !months.some(({ outcome, correctedM3 }) => correctedM3 !== undefined && leaves.has(outcome)),
      {
        path: ["months"],
        error: "Un recibo que el tribunal no cambia queda como está: quite su volumen, o corrija qué se decidió de él.",
      },
    )
    .refine((decision) => !isContradicted(decision), {
      path: ["inFavourOf"],
      error: "Lo decidido de cada recibo dice otra cosa: corrija a quién le dio la razón, o los recibos.",
    })
    .refine((decision) => resultOfDecision(decision) !== "unstated", {
      path: ["inFavourOf"],
      error: "Elige a quién le dio la razón.",
    })
    .refine((decision) => !isLost(decision) || causeOf(decision, decision.cause) !== undefined, {
      path: ["cause"],
      error: "Elige por qué se perdió.",
    }),
  refusals: ["claim-not-found", "upload-not-found", "receipt-not-found", "cannot-price", "not-now"],
});

export const askNewEvidence = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/new-evidence-request",
  roles: ["analyst", "resolver"],
  summary:
    "Asks, once, for the new evidence a reconsideration was filed without; the term runs from when the claimant is notified.",
  body: z.strictObject({ ...noticeFields, text: words("Escribe qué prueba hace falta.", 1000) }),
  refusals: ["claim-not-found", "no-consent", "not-now"],
});
