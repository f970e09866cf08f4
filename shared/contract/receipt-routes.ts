import * as z from "zod";
import { consumptionJudgements, factorKinds } from "../domain/explanation.ts";
import { readSoles } from "../domain/money.ts";
import { receiptStatuses } from "../domain/receipt.ts";
import { billingTypes, categories, serviceTypes } from "../domain/tariff.ts";
import { period, supplyLink } from "./fields.ts";
import { defineRoute } from "./route.ts";

const money = z.string();

const line = z.object({
  concept: z.string(),
  /** The amount of the receipt that it is part of. */
  part: z.enum(["waterAmount", "sewerAmount", "fixedCharge", "otherTaxed", "credit"]),
  /** A range of the price list ("0-8", ">16"), or the line's own words if the utility delivered the line. */
  label: z.string(),
  m3: z.number().optional(),
  unitPrice: z.string().optional(),
  amount: money,
});

const receipt = z.object({
  supplyCode: z.string(),
  number: z.string(),
  period: z.string(),
  issueDate: z.string(),
  dueDate: z.string(),
  cutoffDate: z.string().optional(),
  category: z.enum(categories),
  subsidized: z.boolean(),
  useUnits: z.number(),
  serviceType: z.enum(serviceTypes),
  meterNumber: z.string().optional(),
  readingPreviousDate: z.string().optional(),
  readingCurrentDate: z.string().optional(),
  readingPrevious: z.number().optional(),
  readingCurrent: z.number().optional(),
  readingNote: z.string().optional(),
  billingType: z.enum(billingTypes),
  billedM3: z.number(),
  averageM3: z.number().optional(),
  tariffCode: z.string(),
  /**
   * As delivered if they add up, else by the price list that the receipt names; an amount without lines is one line.
   */
  lines: z.array(line),
  waterAmount: money,
  sewerAmount: money,
  fixedCharge: money,
  otherTaxed: money,
  subtotal: money,
  tax: money,
  monthTotal: money,
  lateInterest: money,
  instalment: money,
  previousDebt: money,
  credit: money,
  rounding: money,
  totalDue: money,
  overdueMonths: z.number(),
  status: z.enum(receiptStatuses),
  paid: money,
  /** The last day to claim this receipt. */
  claimUntil: z.string(),
  /** Working days left until `claimUntil`, today not counted; 0 on that day and after it. */
  claimDaysLeft: z.number(),
});

const month = z.object({
  period: z.string(),
  number: z.string(),
  m3: z.number(),
  billingType: z.enum(billingTypes),
  monthTotal: money,
  totalDue: money,
  dueDate: z.string(),
  status: z.enum(receiptStatuses),
});

const explanation = z.object({
  baseline: z.enum(["previous-receipt", "previous-receipt-missing", "tariff-list-missing"]),
  previousPeriod: z.string().optional(),
  previousTotalDue: money.optional(),
  previousM3: z.number().optional(),
  m3: z.number(),
  averageM3: z.number().optional(),
  /** This month's m³ divided by the average, in tenths: 30 is three times. */
  timesAverageTenths: z.number().optional(),
  judgement: z.enum(consumptionJudgements),
  /** Zero factors are left out; the amounts add up to this total due minus the previous one, to the cent. */
  factors: z.array(
    z.object({
      kind: z.enum(factorKinds),
      amount: money,
      /** What it was; `after`: what it is. A code, "true", days, m³ or money, by kind. */
      before: z.string(),
      after: z.string(),
      /** For a change of volume: the part of it that comes from dearer or cheaper ranges. */
      rangeStep: money.optional(),
    }),
  ),
  /** The factor with the largest amount, up or down; absent if there are none. */
  mainFactor: z.enum(factorKinds).optional(),
});

const sheet = z.object({
  receipt,
  explanation,
  /** The receipt's month and the twelve before it, the oldest first. */
  history: z.array(month),
  /** The instant of the last load from the commercial system; absent while the first is under way. */
  loadedAt: z.string().optional(),
  /** Whether a value of the tenant that this answer uses is not confirmed: then the page says «Datos de prueba». */
  testData: z.boolean(),
});

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

/**
 * A supply, and a look-up credential that a neighbour does not have: a receipt's number and total, or the holder's
 * document.
 */
const proof = z
  .strictObject({
    supplyCode,
    receiptNumber: receiptNumber.optional(),
    /** Total to pay, in soles, as the receipt prints it: "58.90", "S/ 58,90". */
    total: total.optional(),
    documentNumber: documentNumber.optional(),
  })
  .superRefine(({ receiptNumber: number, total: amount, documentNumber: document }, { addIssue }) => {
    const wrong = (field: string, message: string) => addIssue({ code: "custom", path: [field], message });
    if (document !== undefined && (number !== undefined || amount !== undefined))
      return wrong("documentNumber", "Escribe los datos del recibo o el documento del titular, uno de los dos.");
    if (document !== undefined) return undefined;
    if (number === undefined) wrong("receiptNumber", "Escribe el número de recibo, por ejemplo S001-00045001.");
    if (amount === undefined) wrong("total", totalWords);
  });

const receiptProofRefusals = ["receipt-not-found", "too-many-attempts"] as const;

export const lookUpReceipt = defineRoute({
  method: "POST",
  path: "/receipt-lookups",
  audience: "anyone",
  summary:
    "Returns a supply's newest receipt and why it changed, to whoever knows a receipt's number and total or the holder's document; no name and no address.",
  body: proof,
  status: 200,
  answer: sheet,
  refusals: [...receiptProofRefusals, "sign-in-to-continue"],
});

export const lookUpReceiptSignedIn = defineRoute({
  method: "POST",
  path: "/me/receipt-lookups",
  audience: "customer",
  summary:
    "Returns a supply's newest receipt and why it changed, to a signed-in customer; attempts by people who are not signed in do not count against them.",
  body: proof,
  status: 200,
  answer: sheet,
  refusals: receiptProofRefusals,
});

const link = z.object({ linkId: z.string(), supplyCode: z.string(), linkedAt: z.string() });
const linkId = z.strictObject({ linkId: supplyLink });

export const listSupplies = defineRoute({
  method: "GET",
  path: "/me/supplies",
  audience: "customer",
  summary: "Returns the supplies that the customer linked.",
  status: 200,
  answer: z.object({ supplies: z.array(link) }),
  refusals: [],
});

export const linkSupply = defineRoute({
  method: "POST",
  path: "/me/supplies",
  audience: "customer",
  summary:
    "Links a supply to the account, by the number and total of a recent receipt or by its holder's document; a second time returns the same link.",
  body: proof,
  status: 201,
  answer: link,
  refusals: [...receiptProofRefusals, "too-many-supplies"],
});

export const unlinkSupply = defineRoute({
  method: "DELETE",
  path: "/me/supplies/{linkId}",
  audience: "customer",
  summary: "Removes a linked supply from the account; a second time is no error.",
  params: linkId,
  status: 204,
  answer: z.undefined(),
  refusals: [],
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
