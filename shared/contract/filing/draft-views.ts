import * as z from "zod";
import { resolutionOutcomes } from "../../domain/case/claim-events.ts";

/** The resolution being written, with what is wrong with it. */
export const draftView = z.object({
  outcome: z.enum(resolutionOutcomes),
  decision: z.string(),
  reasons: z.string(),
  months: z.array(
    z.object({
      receiptNumber: z.string(),
      outcome: z.enum(resolutionOutcomes).optional(),
      correctedM3: z.number().optional(),
      departure: z.string().optional(),
    }),
  ),
  answers: z.array(z.object({ matter: z.string(), text: z.string(), cites: z.array(z.string()) })),
  savedAt: z.string(),
  by: z.string(),
  /** The day on which an override that waits was asked for. */
  overrideAsked: z.string().optional(),
  /** Empty if nothing is wrong. `override`: who let it go, and why; never who wrote the draft. */
  findings: z.array(
    z.object({
      key: z.string(),
      text: z.string(),
      /** The field where it is mended, such as `answer-grounds`. */
      field: z.string(),
      /** Nobody may let it go. */
      stops: z.literal(true).optional(),
      /** What in the file shows it, by name. */
      look: z.string().optional(),
      override: z.object({ reason: z.string(), person: z.string(), at: z.string() }).optional(),
    }),
  ),
});

/** What a resolution of the claim must answer now, and what it may cite. */
export const draftingView = z.object({
  /** `ifDismissed`: to be answered, and it alone, if the outcome is `dismissed` or `concluded`. */
  matters: z.array(
    z.object({ matter: z.string(), about: z.string(), says: z.string(), ifDismissed: z.literal(true).optional() }),
  ),
  citables: z.array(z.object({ cite: z.string(), name: z.string() })),
});
