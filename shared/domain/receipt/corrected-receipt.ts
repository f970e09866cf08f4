import { type CalendarDay, calendarDay } from "../term/calendar-day.ts";
import { totalDueWith } from "./billing.ts";
import type { DisputedPart } from "./disputed-part.ts";
import { type Cents, subtractCents } from "./money.ts";
import { type Payment, type Receipt, type ReceiptStatus, receiptKey, statusOf } from "./receipt.ts";

/** What a claim left a receipt at: the month's m³ and total, and from which day and in how many parts it is paid. */
export interface Correction {
  readonly m3: number;
  readonly amount: Cents;
  readonly from: CalendarDay;
  readonly instalments?: number | undefined;
}

/** A correction, and the receipt that it is of. */
export interface ReceiptCorrection extends Correction {
  readonly receiptNumber: string;
}

/**
 * Returns the correction among `corrections` that leaves a receipt at the lowest month's total. Undefined if none
 * leaves it below its own: nothing was corrected, or the commercial system delivered it as corrected.
 */
export function correctionOf(receipt: Receipt, corrections: readonly ReceiptCorrection[]): Correction | undefined {
  const { number } = receiptKey(receipt);
  const [lowest] = corrections
    .filter(({ receiptNumber, amount }) => receiptNumber === number && amount < receipt.monthTotal)
    .toSorted((a, b) => a.amount - b.amount);
  if (!lowest) return undefined;
  const { receiptNumber: _, ...correction } = lowest;
  return correction;
}

/** What is to be paid of a receipt as a claim left it. */
export interface CorrectedFigures {
  readonly m3: number;
  readonly monthTotal: Cents;
  readonly totalDue: Cents;
  readonly payableFrom: CalendarDay;
  readonly instalments?: number | undefined;
  /** What was paid beyond `totalDue`; absent if nothing was. */
  readonly overpaid?: Cents;
}

/** How far a receipt is paid, and how claims leave it: `status` and `held` go by `corrected`, if there is one. */
export interface ReceiptStanding {
  readonly status: ReceiptStatus;
  readonly paid: Cents;
  /** What a claim holds of it, and what can be paid meanwhile. */
  readonly held?: Pick<DisputedPart, "amount" | "payable"> | undefined;
  /** What a claim left it at, until the commercial system delivers it so. */
  readonly corrected?: CorrectedFigures | undefined;
}

/** Returns a receipt with the month's total that a claim left it at, and the total due that follows. */
export function withCorrection(receipt: Receipt, { amount }: Correction): Receipt {
  return { ...receipt, monthTotal: amount, totalDue: totalDueWith(amount, receipt) };
}

/** Returns the day from which a settled receipt is due: `from`, or the day that the receipt fell due if it is later. */
export function payableFrom(from: CalendarDay, { dueDate }: Receipt): CalendarDay {
  const due = calendarDay(dueDate);
  if (due > from) return due;
  return from;
}

/** Returns what is to be paid of a corrected receipt, from the correction's day or the receipt's due day if later. */
export function correctedFigures(
  receipt: Receipt,
  payments: readonly Payment[],
  correction: Correction,
): CorrectedFigures {
  const { m3, from, instalments } = correction;
  const corrected = withCorrection(receipt, correction);
  const { monthTotal, totalDue } = corrected;
  const overpaid = subtractCents(statusOf(corrected, payments).paid, totalDue);
  return {
    m3,
    monthTotal,
    totalDue,
    payableFrom: payableFrom(from, receipt),
    ...(instalments !== undefined && { instalments }),
    ...(overpaid > 0 && { overpaid }),
  };
}
