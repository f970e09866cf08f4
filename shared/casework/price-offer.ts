import { type Cents, cents } from "../domain/money.ts";
import { rebill } from "../domain/rebilling.ts";
import { receiptKey } from "../domain/receipt.ts";
import { listFor, type TariffList } from "../domain/tariff.ts";
import type { PaidReceipt } from "../storage/receipt-reader.ts";

/**
 * Returns the total of a receipt's month when it is billed again at `m3` (`rebill`), without interest and debt.
 * Undefined if the receipt is not among `receipts`, the tenant has no price list for it, or `m3` is more than was
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
