import * as z from "zod";
import { type Adjustment, adjustmentKinds } from "../../domain/billing/adjustments.ts";
import { rebilledConcepts } from "../../domain/billing/rebilling.ts";
import { cents } from "../../domain/receipt/money.ts";
import { calendarDay } from "../../domain/term/calendar-day.ts";

/** What the commercial system is asked to do with a receipt at once: one version, acknowledged as one. */
export interface AdjustedReceipt {
  readonly supplyCode: string;
  readonly receiptNumber: string;
  readonly period: string;
  readonly claimId: string;
  readonly code: string;
  /** The receipt's version, whichever claim changes it: it grows with every hold and every adjustment. */
  readonly version: number;
  readonly at: string;
  readonly notes: readonly Adjustment[];
  /** The keys of the settlements it carries out; empty for what is due of a receipt while it is in claim. */
  readonly settled: readonly string[];
  readonly acknowledgedAt?: string | undefined;
  readonly reference?: string | undefined;
}

const amount = z.number().transform(cents);
export const storedFigures = z.object({ m3: z.number(), amount });
const [rebill, creditNote, refund, payableFrom] = adjustmentKinds;

export const storedNote: z.ZodType<Adjustment> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal(rebill),
    before: storedFigures,
    after: storedFigures,
    concepts: z.array(
      z.object({ concept: z.enum(rebilledConcepts), before: amount, after: amount, difference: amount }),
    ),
  }),
  z.object({ kind: z.literal(creditNote), base: amount, tax: amount, amount }),
  z.object({ kind: z.literal(refund), amount }),
  z.object({
    kind: z.literal(payableFrom),
    from: z.string().transform(calendarDay),
    amount,
    instalments: z.array(amount).optional(),
  }),
]);
