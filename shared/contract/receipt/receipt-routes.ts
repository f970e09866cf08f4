import * as z from "zod";
import { readSoles } from "../../domain/receipt/money.ts";
import { linkEnds, linkProofs } from "../../domain/supply/supply-link.ts";
import { defineRoute } from "../route.ts";
import { period, supplyLink } from "../visit/fields.ts";
import { explanation, month, sheet } from "./receipt-views.ts";

const totalWords = "Escribe el total a pagar de ese recibo, por ejemplo 58.90.";

const supplyCode = z
  .string({ error: "Escribe el código de suministro que está en tu recibo." })
  .trim()
  .min(1, "Escribe el código de suministro que está en tu recibo.")
  .max(20, "El código de suministro es más corto: revísalo en tu recibo.")
  .regex(/^[\p{L}\p{N} .-]+$/u, "Escribe el código de suministro solo con números, por ejemplo 00012345.");

const receiptNumber = z
  .string({ error: "Escribe el número de recibo, por ejemplo S001-00045001." })
  .trim()
  .min(1, "Escribe el número de recibo, por ejemplo S001-00045001.")
  .max(20, "El número de recibo es más corto: revísalo en tu recibo.");

const total = z
  .string()
  .trim()
  .max(20, totalWords)
  .refine((text) => readSoles(text) !== undefined, totalWords);

const documentNumber = z
  .string()
  .trim()
  .min(1, "Escribe el número de documento del titular.")
  .max(15, "El número de documento es más corto: revísalo.");

const keyWords = "Escribe la clave del recibo, por ejemplo K7M4-92QP.";
const printedKey = z
  .string()
  .trim()
  .max(25, "La clave del recibo es más corta: revísala.")
  .regex(/^[A-Za-z0-9 -]+$/, keyWords);

const proofFields = {
  supplyCode,
  receiptNumber: receiptNumber.optional(),
  /** Total to pay, in soles, as the receipt prints it: "58.90", "S/ 58,90". */
  total: total.optional(),
  /** The secret printed on a receipt, with or without its hyphen. */
  printedKey: printedKey.optional(),
  documentNumber: documentNumber.optional(),
};

type Proof = Partial<Record<keyof typeof proofFields, string | undefined>>;

/** Refuses two kinds of credential together, and a receipt without its number or its total. */
const checkProof = (
  { receiptNumber: number, total: amount, printedKey: key, documentNumber: document }: Proof,
  { addIssue }: z.RefinementCtx,
): void => {
  const wrong = (field: string, message: string) => addIssue({ code: "custom", path: [field], message });
  const strong = key === undefined ? document : key;
  if (strong === undefined) {
    if (number === undefined) wrong("receiptNumber", "Escribe el número de recibo, por ejemplo S001-00045001.");
    if (amount === undefined) wrong("total", totalWords);
  } else if (number !== undefined || amount !== undefined || (key !== undefined && document !== undefined))
    wrong(
      key === undefined ? "documentNumber" : "printedKey",
      "Escribe los datos del recibo, su clave o el documento del titular: uno de los tres.",
    );
};

/**
 * A supply, and what no neighbour can hit on: the key printed on a receipt, or the holder's document. A number and a
 * total are taken only to be answered with what to bring in their place.
 */
const linked = z
  .strictObject(proofFields)
  .superRefine(({ printedKey: key, documentNumber: document, ...rest }, context) => {
    if (key !== undefined || document !== undefined)
      return checkProof({ printedKey: key, documentNumber: document, ...rest }, context);
    context.addIssue({
      code: "custom",
      path: ["printedKey"],
      message:
        "Para vincularlo, escribe la clave del recibo o elige el documento del titular. El número y el total no bastan: un vecino podría adivinarlos.",
    });
  });

const lookUp = z
  .strictObject({
    ...proofFields,
    /**
     * Which receipt is shown: the newest, also without a word, or the one whose number and total, or printed key, were
     * given.
     */
    shown: z.enum(["newest", "given"]).optional(),
  })
  .superRefine(checkProof);

/** `history` has the months that were looked up, whichever receipt is shown. */
const lookedUp = sheet.extend({
  /** The month of the receipt that was given, if another one is shown. */
  givenPeriod: period.optional(),
});

const receiptProofRefusals = ["receipt-not-found", "too-many-attempts"] as const;

export const lookUpReceipt = defineRoute({
  method: "POST",
  path: "/receipt-lookups",
  audience: "anyone",
  summary:
    "Returns a supply's newest receipt, or the one whose number and total, or printed key, are given, and why it changed; no name and no address.",
  body: lookUp,
  status: 200,
  answer: lookedUp,
  refusals: [...receiptProofRefusals, "sign-in-to-continue"],
});

export const lookUpReceiptSignedIn = defineRoute({
  method: "POST",
  path: "/me/receipt-lookups",
  audience: "customer",
  summary:
    "Returns a supply's newest receipt, or the one given, and why it changed, to a signed-in customer; attempts by people who are not signed in do not count against them.",
  body: lookUp,
  status: 200,
  answer: lookedUp,
  refusals: receiptProofRefusals,
});

const link = z.object({
  linkId: z.string(),
  supplyCode: z.string(),
  linkedAt: z.string(),
  /** What the account showed to link it: who gave the holder's document may see and end the links of others. */
  proof: z.enum(linkProofs),
});
const linkId = z.strictObject({ linkId: supplyLink });

export const listSupplies = defineRoute({
  method: "GET",
  path: "/me/supplies",
  audience: "customer",
  summary:
    "Returns the supplies that the customer linked, and those that the account has no more: their holder ended that, or changed.",
  status: 200,
  answer: z.object({
    supplies: z.array(link),
    /** In the last 13 months. */
    ended: z.array(z.object({ supplyCode: z.string(), endedAt: z.string(), because: z.enum(linkEnds) })),
  }),
  refusals: [],
});

export const linkSupply = defineRoute({
  method: "POST",
  path: "/me/supplies",
  audience: "customer",
  summary:
    "Links a supply to the account, by the key printed on a recent receipt or by its holder's document; a second time returns the same link.",
  body: linked,
  status: 201,
  answer: link,
  refusals: [...receiptProofRefusals, "too-many-supplies", "link-ended", "former-holder"],
});

export const unlinkSupply = defineRoute({
  method: "DELETE",
  path: "/me/supplies/{linkId}",
  audience: "customer",
  summary: "Removes a linked supply from the account.",
  params: linkId,
  status: 204,
  answer: z.undefined(),
  refusals: ["supply-not-linked"],
});

export const listSupplyAccounts = defineRoute({
  method: "GET",
  path: "/me/supplies/{linkId}/accounts",
  audience: "customer",
  summary:
    "Returns the other accounts that linked a supply, each with its day and its contact masked, to a customer who gave the holder's document.",
  params: linkId,
  status: 200,
  answer: z.object({
    accounts: z.array(
      z.object({
        linkId: z.string(),
        linkedAt: z.string(),
        proof: z.enum(linkProofs),
        /** The mail or telephone by which the account signs in, masked. */
        contact: z.string().optional(),
      }),
    ),
  }),
  refusals: ["supply-not-linked", "not-holder"],
});

export const endSupplyLink = defineRoute({
  method: "DELETE",
  path: "/me/supplies/{linkId}/accounts/{accountLinkId}",
  audience: "customer",
  summary:
    "Ends another account's link to a supply of a customer who gave the holder's document; that account is notified. A second time is no error.",
  params: linkId.extend({ accountLinkId: supplyLink }),
  status: 204,
  answer: z.undefined(),
  refusals: ["supply-not-linked", "not-holder"],
});

export const listReceipts = defineRoute({
  method: "GET",
  path: "/me/supplies/{linkId}/receipts",
  audience: "customer",
  summary: "Returns thirteen months of receipts of a linked supply, the newest first.",
  params: linkId,
  status: 200,
  answer: z.object({ supplyCode: z.string(), months: z.array(month), loadedAt: z.string().optional() }),
  refusals: ["supply-not-linked"],
});

export const showReceipt = defineRoute({
  method: "GET",
  path: "/me/supplies/{linkId}/receipts/{period}",
  audience: "customer",
  summary: "Returns a receipt of a linked supply, whole, with why it changed and the twelve months before it.",
  params: linkId.extend({ period }),
  status: 200,
  answer: sheet,
  refusals: ["supply-not-linked", "receipt-not-found"],
});

export const explainReceipt = defineRoute({
  method: "GET",
  path: "/me/supplies/{linkId}/receipts/{period}/explanation",
  audience: "customer",
  summary: "Returns why a receipt of a linked supply differs from the one before.",
  params: linkId.extend({ period }),
  status: 200,
  answer: explanation,
  refusals: ["supply-not-linked", "receipt-not-found"],
});
