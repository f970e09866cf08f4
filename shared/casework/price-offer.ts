import { type Cents, cents } from "../domain/money.ts";
import { rebill } from "../domain/rebilling.ts";
import { receiptKey } from "../domain/receipt.ts";
import { listFor, type TariffList } from "../domain/tariff.ts";
import type { PaidReceipt } from "../storage/receipt-reader.ts";

/**
 * What a receipt's month is left at when it is billed again at fewer m³ (`rebill`): interest and debt stay out. Nothing
 * when the receipt is not among those read, its list is not ours, or it was billed for less: a month is never raised.
 * @param number `S001-00045001`
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
