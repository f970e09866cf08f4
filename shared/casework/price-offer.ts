import { bill, billInput } from "../domain/billing.ts";
import type { Cents } from "../domain/money.ts";
import { receiptKey } from "../domain/receipt.ts";
import { listFor, type TariffList } from "../domain/tariff.ts";
import type { PaidReceipt } from "../storage/receipt-reader.ts";

/**
 * What a receipt's month would cost at another volume, by its own price list: interest and debt stay out. Nothing when
 * the receipt is not among those read, or its list is not ours.
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
  return list && bill({ ...billInput(receipt, list), billedM3: m3 }).monthTotal;
}
