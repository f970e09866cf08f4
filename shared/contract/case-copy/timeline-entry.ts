import * as z from "zod";
import { caseNoteTypes } from "../../domain/case/case-notes.ts";
import { agreements, claimEventTypes } from "../../domain/case/claim-events.ts";

/** An entry of a claim's history, as its page shows it. */
export const timelineEntry = z.object({
  seq: z.number(),
  type: z.enum([...claimEventTypes, ...caseNoteTypes]),
  /** When it happened by the evidence; `recordedAt`: when it was recorded. */
  effectiveAt: z.string(),
  recordedAt: z.string(),
  by: z.enum(["claimant", "company", "system"]),
  /** The role of the member of the staff, if `by` is the company. */
  role: z.string().optional(),
  agreement: z.enum(agreements).optional(),
  outcome: z.string().optional(),
  number: z.string().optional(),
  /** How a decision was notified; `receiver`: who received it. */
  how: z.enum(["acknowledged", "delivered", "refused", "left-under-door", "tacit-notification"]).optional(),
  receiver: z.string().optional(),
  /** For a delivery recorded late: the hour its device showed; `secondPerson`: who confirmed it. */
  deviceTime: z.string().optional(),
  secondPerson: z.string().optional(),
});
