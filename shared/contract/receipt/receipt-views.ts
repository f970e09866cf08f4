import * as z from "zod";
import { consumptionJudgements, factorKinds } from "../../domain/receipt/explanation.ts";
import { receiptStatuses } from "../../domain/receipt/receipt.ts";
import { billingTypes, categories, serviceTypes } from "../../domain/receipt/tariff.ts";

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
  /** What is not demanded while a claim holds the receipt, and what can be paid meanwhile; with `IN_CLAIM` alone. */
  held: z.object({ amount: money, payable: money }).optional(),
  /**
   * What a claim left the receipt at, until the commercial system delivers it so. The other amounts are as issued;
   * `status` and `held` go by this one.
   */
  corrected: z
    .object({
      m3: z.number(),
      monthTotal: money,
      totalDue: money,
      /** The first day on which it is due, `YYYY-MM-DD`. */
      payableFrom: z.string(),
      /** In how many monthly parts it is paid, if that was agreed. */
      instalments: z.number().optional(),
      /** What was paid beyond `totalDue`: it is given back, or taken off the next receipts. */
      overpaid: money.optional(),
    })
    .optional(),
  /** The last day to claim this receipt. */
  claimUntil: z.string(),
  /** Working days left until `claimUntil`, today not counted; 0 on that day and after it. */
  claimDaysLeft: z.number(),
});

export const month = z.object({
  period: z.string(),
  number: z.string(),
  m3: z.number(),
  billingType: z.enum(billingTypes),
  monthTotal: money,
  totalDue: money,
  dueDate: z.string(),
  status: z.enum(receiptStatuses),
  /** The month's total as a claim left it, until the commercial system delivers it so; the others are as issued. */
  corrected: money.optional(),
});

export const explanation = z.object({
  baseline: z.enum(["previous-receipt", "previous-receipt-missing", "tariff-list-missing"]),
  previousPeriod: z.string().optional(),
  previousTotalDue: money.optional(),
  previousM3: z.number().optional(),
  /** How the previous receipt's m³ were found; absent without one. */
  previousBillingType: z.enum(billingTypes).optional(),
  m3: z.number(),
  /** What the meter showed, if the receipt is by average or assignment all the same. */
  readM3: z.number().optional(),
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
      /**
       * The m³ of a `reading-type` as billed before and now; of a `volume`, those billed before, if `before` is another
       * figure because it is for the days of now.
       */
      beforeM3: z.number().optional(),
      afterM3: z.number().optional(),
      /** For a change of volume: the part of it that comes from dearer or cheaper ranges. */
      rangeStep: money.optional(),
    }),
  ),
  /** The factor with the largest amount, up or down; absent if there are none. */
  mainFactor: z.enum(factorKinds).optional(),
});

/** A receipt with why it changed and the months before it; no name and no address. */
export const sheet = z.object({
  receipt,
  explanation,
  /** The receipt's month and the twelve before it, the oldest first. */
  history: z.array(month),
  /** The instant of the last load from the commercial system; absent while the first is under way. */
  loadedAt: z.string().optional(),
  /** Whether a value of the tenant that this answer uses is not confirmed: then the page says «Datos de prueba». */
  testData: z.boolean(),
});
