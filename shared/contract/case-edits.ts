import * as z from "zod";
import { claimParams } from "./claim-fields.ts";
import { caseView } from "./claim-views.ts";
import { instant } from "./fields.ts";

/** What the routes by which staff edit a case share: each states the version it was made on and answers the case after it. */
export const caseEdit = {
  method: "POST",
  audience: "staff",
  once: true,
  versioned: true,
  params: claimParams,
  status: 200,
  answer: caseView,
} as const;

/** Returns whether no receipt is decided twice. */
export function isEachOnce(months: readonly { readonly receiptNumber: string }[]): boolean {
  return new Set(months.map(({ receiptNumber }) => receiptNumber)).size === months.length;
}

/** What the form says when `isEachOnce` is not so. */
export const decidedOnce = "Decide cada recibo una sola vez.";

/**
 * What the routes share by which staff record an act of a claimant who telephones, comes or handed in a document. They
 * state no version: the act is recorded on the case as it is by then, as if the claimant did it themself.
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

/** How the claimant is notified: by staff, now or when it was handed over; or by an e-mail that counts once acknowledged. */
export const noticeFields = {
  how: z.enum(["notified-by-telephone", "notified-in-person", "delivered", "email"], {
    error: "Elige cómo se le avisó.",
  }),
  /** Of a delivery; absent: now. */
  deliveredAt: instant("Escribe cuándo fue.").optional(),
};
