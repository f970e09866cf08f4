import * as z from "zod";
import { claimParams } from "../filing/claim-fields.ts";
import { instant } from "../visit/fields.ts";
import { caseView } from "./case-view.ts";

/**
 * What all routes by which staff edit a case have in common: each names the version it edits, and answers the case as
 * it is afterwards.
 */
export const caseEdit = {
  method: "POST",
  audience: "staff",
  once: true,
  versioned: true,
  params: claimParams,
  status: 200,
  answer: caseView,
} as const;

/** The claims that staff choose on a list for one act, each with its version that was listed: one to `most`. */
export const chosenClaims = (most: number) =>
  z
    .array(
      z.strictObject({
        claimId: z.string({ error: "Elija el reclamo." }).min(1, "Elija el reclamo.").max(60, "Elija el reclamo."),
        version: z.int({ error: "Falta la versión del expediente." }).min(1),
      }),
    )
    .min(1, "Elija al menos un reclamo.")
    .max(most, `Elija hasta ${most} reclamos por vez y siga después con los demás.`);

/** The roles of the routes that what a case shows asks for too: it offers such an act only to who may do it. */
export const actRoles = {
  addEvidence: ["analyst", "clerk", "billing"],
  recordControl: ["analyst"],
  confirmDelivery: ["operator", "clerk", "analyst"],
  acceptWithdrawal: ["resolver", "signer"],
  returnDocument: ["signer", "resolver", "clerk", "analyst"],
  confirmHandSignature: ["clerk"],
  previewResolution: ["resolver", "signer", "manager"],
} as const;

/** Returns whether every receipt number occurs only once in `months`; true for an empty list. */
export function isEachOnce(months: readonly { readonly receiptNumber: string }[]): boolean {
  return new Set(months.map(({ receiptNumber }) => receiptNumber)).size === months.length;
}

/** The message of the form when `isEachOnce` is false. */
export const decidedOnce = "Decide cada recibo una sola vez.";

/**
 * What all routes have in common by which staff record an act of a claimant who telephones, comes or handed in a
 * document. They name no version: the act is recorded on the case as it stands then, as if the claimant did it
 * themself.
 */
export const actOnBehalf = {
  method: "POST",
  audience: "staff",
  roles: ["operator", "clerk"],
  once: true,
  params: claimParams,
  status: 200,
  answer: caseView,
} as const;

/**
 * How the claimant was notified: by staff, now or at `deliveredAt`; or by an e-mail, which takes effect only once
 * acknowledged.
 */
export const noticeFields = {
  how: z.enum(["notified-by-telephone", "notified-in-person", "delivered", "email"], {
    error: "Elige cómo se le avisó.",
  }),
  /** When it was delivered at the address; absent: now. Ignored unless `how` is `delivered`. */
  deliveredAt: instant("Escribe cuándo fue.").optional(),
};
