import * as z from "zod";
import { resolutionOutcomes } from "../../domain/case/claim-events.ts";
import { decidedMonths, replacedBy, tribunalDecision } from "../conciliation/decided-fields.ts";

/** The text of a document as it was printed, part by part. */
export const printedText = z.array(
  z.union([
    z.object({ heading: z.string() }),
    z.object({ text: z.string() }),
    z.object({ lines: z.array(z.tuple([z.string(), z.string()])) }),
    z.object({ items: z.array(z.string()) }),
    z.object({ table: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }) }),
  ]),
);

/** A resolution as its claimant may know it, with the text that was signed. */
const notifiedDecision = z.object({
  number: z.string(),
  outcome: z.enum(resolutionOutcomes),
  issuedOn: z.string(),
  notifiedOn: z.string(),
  decision: z.string(),
  reasons: z.string(),
  months: decidedMonths,
  documentId: z.string(),
  replacedBy: replacedBy.optional(),
  /** Absent if it was recorded before the text was kept: then its PDF has it. */
  text: printedText.optional(),
  /** Material errors rectified since. */
  rectified: z.array(z.object({ at: z.string(), says: z.string(), should: z.string() })),
});

/** The decisions of a claim that were notified. */
export const decisionsView = z.object({
  claimId: z.string(),
  code: z.string(),
  /** The last one first. */
  decisions: z.array(notifiedDecision),
  tribunal: tribunalDecision.optional(),
  /**
   * The last day to ask for a review of the last one, and the working days left; absent if that is not possible now.
   */
  recourse: z.object({ until: z.string(), daysLeft: z.number() }).optional(),
});
