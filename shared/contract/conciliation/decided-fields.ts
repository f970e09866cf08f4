import * as z from "zod";
import { resolutionOutcomes } from "../../domain/case/claim-events.ts";
import { tribunalResults } from "../../domain/resolution/tribunal-decision.ts";

/** The decision on each claimed month; `corrected`: the figures at which it leaves the receipt. */
export const decidedMonths = z.array(
  z.object({
    receiptNumber: z.string(),
    period: z.string(),
    outcome: z.enum(resolutionOutcomes),
    corrected: z.object({ m3: z.number(), amount: z.string() }).optional(),
  }),
);

/** What decided since in place of a resolution: the tribunal, or a silence that granted the claim. */
export const replacedBy = z.enum(["tribunal", "silence"]);

/** What the tribunal decided, while nothing was notified after it; no `months` if it gave no figures. */
export const tribunalDecision = z.object({
  number: z.string(),
  receivedOn: z.string(),
  result: z.enum(tribunalResults),
  summary: z.string(),
  months: decidedMonths,
});
