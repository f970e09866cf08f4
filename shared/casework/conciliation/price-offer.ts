import { type Answer, refused } from "../../contract/refusals.ts";
import { rebill } from "../../domain/billing/rebilling.ts";
import { ok } from "../../domain/case/result.ts";
import { instalmentsOf } from "../../domain/conciliation/instalments.ts";
import { type Cents, cents, formatCents } from "../../domain/receipt/money.ts";
import { receiptKey } from "../../domain/receipt/receipt.ts";
import { listFor, type TariffList } from "../../domain/receipt/tariff.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";

/**
 * Returns the total of a receipt's month when it is billed again at `m3`, with tax, without interest and debt.
 * Undefined if the receipt is not among `receipts`, if `lists` has no price list for it, or if `m3` is more than was
 * billed: a month is never raised.
 * @param number such as `S001-00045001`
 */
export function monthTotalAt(
  receipts: readonly PaidReceipt[],
  number: string,
  m3: number,
  lists: readonly TariffList[],
): Cents | undefined {
  const receipt = receipts.map((paid) => paid.receipt).find((one) => receiptKey(one).number === number);
  const list = receipt && listFor(lists, receipt.tariffCode);
  return list && m3 <= receipt.billedM3 ? rebill(receipt, list, m3, cents(0)).after.monthTotal : undefined;
}

/** What somebody proposes to be charged for a receipt. */
export interface Proposed {
  /** The volume of the month, m³. */
  readonly m3: number;
  /** In how many monthly parts it is paid; absent if at once. */
  readonly instalments?: number | undefined;
}

/** What a proposal costs. */
export interface Price {
  /** The month's total at the proposed volume. */
  readonly after: Cents;
  /** The parts of that total, if it is paid in parts. */
  readonly instalments?: readonly Cents[] | undefined;
}

/**
 * Returns what a proposal for a receipt costs. Refuses `cannot-price` if the receipt is not among `receipts`, has no
 * price list or was billed less than `m3`, or if an instalment would be less than one sol. Throws `RangeError` unless
 * the number of instalments, if given, is whole and from 2 to 12.
 */
export function priceOf(
  receipts: readonly PaidReceipt[],
  number: string,
  { m3, instalments: count }: Proposed,
  lists: readonly TariffList[],
): Answer<Price, "cannot-price"> {
  const after = monthTotalAt(receipts, number, m3, lists);
  const billed = receipts.find(({ receipt }) => receiptKey(receipt).number === number)?.receipt;
  if (billed && m3 > billed.billedM3)
    return refused("cannot-price", {
      detail: `Ese recibo cobró ${billed.billedM3} m³ y costó S/ ${formatCents(billed.monthTotal)}. Un recibo no se sube: escribe ${billed.billedM3} m³ o menos.`,
    });
  if (after === undefined) return refused("cannot-price");
  if (count === undefined) return ok({ after });
  const instalments = instalmentsOf(after, count);
  return instalments
    ? ok({ after, instalments })
    : refused("cannot-price", { detail: "Con tantas cuotas, cada una sería de menos de un sol. Elige menos cuotas." });
}

/** Returns a price as an answer of the API shows it, in soles: `58.90`. */
export function priceView({ after, instalments }: Price): { after: string; instalments?: string[] } {
  return { after: formatCents(after), ...(instalments && { instalments: instalments.map(formatCents) }) };
}
