import { totalDueWith } from "./billing.ts";
import { type CalendarDay, calendarDay } from "./calendar-day.ts";
import type { Request } from "./claim-form.ts";
import { addCents, type Cents, cents, subtractCents, taxHalfUp } from "./money.ts";
import { type ConceptChange, type Rebilling, rebill, rebillWithoutCharge } from "./rebilling.ts";
import type { Receipt } from "./receipt.ts";
import { type Settlement, undisputedConcepts } from "./settlements.ts";
import type { TariffList } from "./tariff.ts";

/** What the commercial system is asked to do with a receipt besides holding it (design, "Out to the commercial system"). */
export const adjustmentKinds = ["rebill", "credit-note", "refund", "payable-from"] as const;

/** A volume and the month's total at it. */
export interface MonthFigures {
  readonly m3: number;
  readonly amount: Cents;
}

/** A note to the commercial system. */
export type Adjustment =
  | {
      readonly kind: "rebill";
      readonly before: MonthFigures;
      readonly after: MonthFigures;
      /** Empty where the receipt's price list is not ours: the totals stand, and who bills splits them. */
      readonly concepts: readonly ConceptChange[];
    }
  | { readonly kind: "credit-note"; readonly base: Cents; readonly tax: Cents; readonly amount: Cents }
  /** Already paid: given back, or credited to the next bills, with the interest due. */
  | { readonly kind: "refund"; readonly amount: Cents }
  /** May be collected from this day on. */
  | { readonly kind: "payable-from"; readonly from: CalendarDay; readonly amount: Cents };

/** A receipt as the ledger has it, and what was paid on it; without its price list nothing is split by concept. */
export interface BilledReceipt {
  readonly receipt: Receipt;
  readonly list?: TariffList | undefined;
  readonly paid: Cents;
}

/**
 * The re-billing that leaves a month at the figures decided: at a smaller volume, or without its other items. Nothing
 * where neither gives the amount, which then stands as it was decided.
 */
function rebillingTo({ receipt, list, paid }: BilledReceipt, { m3, amount }: MonthFigures): Rebilling | undefined {
  if (!list) return undefined;
  const ways = [rebill(receipt, list, m3, paid), rebillWithoutCharge(receipt, list, paid)];
  return ways.find(({ after }) => after.m3 === m3 && after.monthTotal === amount);
}

/** What was decided of a receipt, and what the commercial system was told to leave it at before. */
interface ReceiptFigures {
  readonly claimed: MonthFigures;
  /** Absent where it was never billed again. */
  readonly left?: MonthFigures | undefined;
}

/**
 * What a settlement makes the commercial system do (digest 7.6): the month billed again from what it was left at, its
 * credit note with the IGV apart, what was overpaid given back, what is left due from a day on, which is never before the
 * bill's own. Empty where nothing changes and nothing is due. What was paid is not known of a receipt that is not in the
 * ledger: then neither a refund nor a debt of it is told.
 * @param figures as billed when it was claimed, and as left by an earlier settlement
 */
export function adjustmentsOf(
  { from, corrected }: Pick<Settlement, "from" | "corrected">,
  { claimed, left }: ReceiptFigures,
  billed: BilledReceipt | undefined,
): readonly Adjustment[] {
  const before = left ?? claimed;
  if (!corrected || corrected.amount >= before.amount) return owedAt(before.amount, from, billed);
  const { concepts, creditNote } = differenceOf(billed, { before: left, after: corrected });
  const overpaid =
    billed && subtractCents(overpaidAt(corrected.amount, billed), left ? overpaidAt(left.amount, billed) : cents(0));
  return [
    { kind: "rebill", before, after: corrected, concepts },
    ...(creditNote ? [creditNote] : []),
    ...(overpaid && overpaid > 0 ? [{ kind: "refund", amount: overpaid } as const] : []),
    ...owedAt(corrected.amount, from, billed),
  ];
}

/** What changes by concept between two re-billings, or from the receipt, with its credit note. */
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

/** What is due at once of a month in claim: what the request does not touch, with its IGV, less what was paid. */
export function undisputedOf(
  { receipt, list, paid }: BilledReceipt,
  request: Request,
  from: CalendarDay,
): readonly Adjustment[] {
  if (!list) return [];
  const base = addCents(
    ...undisputedConcepts(request).map((concept) =>
      concept === "CARGO_FIJO" ? receipt.fixedCharge : receipt.otherTaxed,
    ),
  );
  return payable(subtractCents(addCents(base, taxHalfUp(base, list.taxRate)), paid), from, receipt);
}

/** What was paid beyond a month's total and what else the receipt bears. */
function overpaidAt(monthTotal: Cents, { receipt, paid }: BilledReceipt): Cents {
  return cents(Math.max(0, subtractCents(paid, totalDueWith(monthTotal, receipt))));
}

/** What is left to pay of a month at its total; nothing can be said where it is not known what was paid. */
function owedAt(monthTotal: Cents, from: CalendarDay, billed: BilledReceipt | undefined): readonly Adjustment[] {
  if (!billed) return [];
  const owed = subtractCents(totalDueWith(monthTotal, billed.receipt), billed.paid);
  return payable(owed < monthTotal ? owed : monthTotal, from, billed.receipt);
}

/** Nothing is due before the bill itself was. */
function payable(amount: Cents, from: CalendarDay, { dueDate }: Receipt): readonly Adjustment[] {
  const due = calendarDay(dueDate);
  return amount > 0 ? [{ kind: "payable-from", from: due > from ? due : from, amount }] : [];
}
