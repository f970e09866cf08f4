import { instalmentsOf } from "../conciliation/instalments.ts";
import { totalDueWith } from "../receipt/billing.ts";
import { payableFrom } from "../receipt/corrected-receipt.ts";
import { type BilledConcept, disputedPart } from "../receipt/disputed-part.ts";
import { type Cents, cents, subtractCents } from "../receipt/money.ts";
import type { Receipt } from "../receipt/receipt.ts";
import type { TariffList } from "../receipt/tariff.ts";
import type { CalendarDay } from "../term/calendar-day.ts";
import { type ConceptChange, type Rebilling, rebill, rebillWithoutCharge } from "./rebilling.ts";
import type { Settlement } from "./settlements.ts";

/**
 * What the commercial system is asked to do with a receipt besides holding it (design, "Out to the commercial system").
 */
export const adjustmentKinds = ["rebill", "credit-note", "refund", "payable-from"] as const;

/** A volume in m³, and the month's total at that volume. */
export interface MonthFigures {
  readonly m3: number;
  readonly amount: Cents;
}

/** One instruction to the commercial system. */
export type Adjustment =
  | {
      readonly kind: "rebill";
      readonly before: MonthFigures;
      readonly after: MonthFigures;
      /**
       * Empty if the receipt's tariff list is unknown here: the totals hold, and the commercial system splits them by
       * concept.
       */
      readonly concepts: readonly ConceptChange[];
    }
  | { readonly kind: "credit-note"; readonly base: Cents; readonly tax: Cents; readonly amount: Cents }
  /** Already paid: returned, or credited to the next bills, with the interest due. */
  | { readonly kind: "refund"; readonly amount: Cents }
  /** The amount may be collected from the day `from` on: at once, or a part with each monthly receipt. */
  | {
      readonly kind: "payable-from";
      readonly from: CalendarDay;
      readonly amount: Cents;
      readonly instalments?: readonly Cents[] | undefined;
    };

/** A receipt in the ledger, and what was paid on it. Without its tariff `list` no amount is split by concept. */
export interface BilledReceipt {
  readonly receipt: Receipt;
  readonly list?: TariffList | undefined;
  readonly paid: Cents;
}

/**
 * Returns the re-billing that gives exactly the decided volume and amount: `rebill` at that volume, else
 * `rebillWithoutCharge`. Returns undefined without a tariff list, or if neither gives both figures.
 */
function rebillingTo({ receipt, list, paid }: BilledReceipt, { m3, amount }: MonthFigures): Rebilling | undefined {
  if (!list) return undefined;
  const ways = [rebill(receipt, list, m3, paid), rebillWithoutCharge(receipt, list, paid)];
  return ways.find(({ after }) => after.m3 === m3 && after.monthTotal === amount);
}

/** A receipt as billed when it was claimed, and as an earlier settlement left it in the commercial system. */
interface ReceiptFigures {
  readonly claimed: MonthFigures;
  /** Absent if no settlement changed it before. */
  readonly left?: MonthFigures | undefined;
}

/**
 * Returns the instructions to the commercial system for a settlement (digest 7.6). If `corrected.amount` is below
 * `(left ?? claimed).amount`: `rebill` to the corrected figures, a `credit-note` if the tariff list gives exactly these
 * figures, and a `refund` of what becomes overpaid. What is still owed is `payable-from` the later of `from` and the
 * bill's due date, in `instalments` if agreed and if no part is under S/ 1.00. Without `billed`: at most `rebill`.
 */
export function adjustmentsOf(
  { from, corrected, instalments }: Pick<Settlement, "from" | "corrected" | "instalments">,
  { claimed, left }: ReceiptFigures,
  billed: BilledReceipt | undefined,
): readonly Adjustment[] {
  const before = left ?? claimed;
  if (!corrected || corrected.amount >= before.amount) return inParts(owedAt(before.amount, from, billed), instalments);
  const { concepts, creditNote } = differenceOf(billed, { before: left, after: corrected });
  const overpaid =
    billed && subtractCents(overpaidAt(corrected.amount, billed), left ? overpaidAt(left.amount, billed) : cents(0));
  return [
    { kind: "rebill", before, after: corrected, concepts },
    ...(creditNote ? [creditNote] : []),
    ...(overpaid && overpaid > 0 ? [{ kind: "refund", amount: overpaid } as const] : []),
    ...inParts(owedAt(corrected.amount, from, billed), instalments),
  ];
}

/**
 * Returns adjustments whose payable amounts are paid in `count` parts; as they are if it is undefined or a part were
 * too small.
 */
function inParts(notes: readonly Adjustment[], count: number | undefined): readonly Adjustment[] {
  if (count === undefined) return notes;
  return notes.map((note) => {
    const instalments = note.kind === "payable-from" ? instalmentsOf(note.amount, count) : undefined;
    return instalments ? { ...note, instalments } : note;
  });
}

/**
 * Returns the changes by concept to `after`, with their credit note: from `before` if it is given, else from the
 * receipt as billed. Returns no concepts and no note if a re-billing to either is unknown, or nothing changes.
 */
function differenceOf(
  billed: BilledReceipt | undefined,
  { before, after }: { readonly before: MonthFigures | undefined; readonly after: MonthFigures },
): { readonly concepts: readonly ConceptChange[]; readonly creditNote?: Extract<Adjustment, { kind: "credit-note" }> } {
  const next = billed && rebillingTo(billed, after);
  const last = before && billed && rebillingTo(billed, before);
  if (!next?.creditNote || (before && !last)) return { concepts: [] };
  const { creditNote, concepts } = next;
  const noted = last?.creditNote;
  const less = (amount: Cents, reported: Cents | undefined) => subtractCents(amount, reported ?? cents(0));
  return {
    concepts: concepts.map((change, at) => {
      const from = last?.concepts[at]?.after ?? change.before;
      return { ...change, before: from, difference: subtractCents(from, change.after) };
    }),
    creditNote: {
      kind: "credit-note",
      base: less(creditNote.base, noted?.base),
      tax: less(creditNote.tax, noted?.tax),
      amount: less(creditNote.total, noted?.total),
    },
  };
}

/**
 * Returns as one `payable-from` what must be paid of a month while these concepts of it are claimed: what is not
 * disputed, at most what can still be paid of the receipt. The day is the later of `from` and the bill's due date.
 * Empty if there is no `list`, or if nothing is left to pay.
 */
export function undisputedOf(
  billed: BilledReceipt,
  concepts: readonly BilledConcept[],
  from: CalendarDay,
): readonly Adjustment[] {
  const { undisputed, payable: left } = disputedPart(billed, concepts);
  return payable(cents(Math.min(undisputed, left)), from, billed.receipt);
}

/** Returns what was paid beyond the receipt's total due with this month's total; 0.00 if nothing was. */
function overpaidAt(monthTotal: Cents, { receipt, paid }: BilledReceipt): Cents {
  return cents(Math.max(0, subtractCents(paid, totalDueWith(monthTotal, receipt))));
}

/**
 * Returns what is left to pay on the receipt with this month's total, at most that total. Empty without `billed`: what
 * was paid is then unknown.
 */
function owedAt(monthTotal: Cents, from: CalendarDay, billed: BilledReceipt | undefined): readonly Adjustment[] {
  if (!billed) return [];
  const owed = subtractCents(totalDueWith(monthTotal, billed.receipt), billed.paid);
  return payable(owed < monthTotal ? owed : monthTotal, from, billed.receipt);
}

/**
 * Makes an amount payable from `from`, or from the bill's due date if that is later. Empty for an amount of zero or
 * less.
 */
function payable(amount: Cents, from: CalendarDay, receipt: Receipt): readonly Adjustment[] {
  return amount > 0 ? [{ kind: "payable-from", from: payableFrom(from, receipt), amount }] : [];
}
