import * as z from "zod";
import { rebilledConcepts } from "../../domain/billing/rebilling.ts";
import { regimes } from "../../domain/receipt/consumption-outcome.ts";

/** What the consumption rules give for the months of a claim about measured consumption (digest 7). */
export const consumptionRules = z.object({
  months: z.array(
    z.object({
      receiptNumber: z.string(),
      period: z.string(),
      billedM3: z.number(),
      measuredM3: z.number(),
      averageM3: z.number().optional(),
      /** The months examined for the average; `leftOut`: why a month is not part of it, in Spanish. */
      averageMonths: z.array(z.object({ period: z.string(), m3: z.number(), leftOut: z.string().optional() })),
      assignmentM3: z.number().optional(),
      atypical: z.boolean(),
      controlDone: z.boolean(),
      regime: z.enum(regimes),
      reason: z.string(),
      verdict: z.enum(["upheld", "rejected"]),
      /** The m³ at which the rule leaves the month; absent if the figure is not known. */
      m3: z.number().optional(),
      replaceMeter: z.boolean(),
      concepts: z.array(z.object({ concept: z.enum(rebilledConcepts), before: z.string(), after: z.string() })),
      before: z.string().optional(),
      after: z.string().optional(),
      credit: z.string().optional(),
      overpaid: z.string().optional(),
      /** Sentences for a resolution, with the figures. */
      explanation: z.array(z.string()),
    }),
  ),
  /** How the repair of a non-visible leak stands; `verifyBy`: the last day for the visit that verifies it. */
  repair: z
    .object({
      status: z.string(),
      due: z.string().optional(),
      verifyBy: z.string().optional(),
      records: z.array(z.string()),
      explanation: z.array(z.string()),
    })
    .optional(),
  /** Sentences in Spanish: by when a meter test that was asked for must be ordered and made. */
  meterTest: z.array(z.string()).optional(),
});
