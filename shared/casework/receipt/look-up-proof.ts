import { type RegisteredSupply, supplyToday } from "../../domain/billing/register-file.ts";
import { readSoles } from "../../domain/receipt/money.ts";
import { normalizeDocument, normalizeReceiptNumber, receiptKey } from "../../domain/receipt/receipt.ts";
import { holderOf, isSameHolder } from "../../domain/supply/supply-holder.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";

/**
 * What someone states to be shown a supply: of one of its receipts the number and total, or the key printed on it; or
 * the holder's document. Number and total show amounts alone, since a neighbour may hit on them.
 */
export interface StatedProof {
  readonly receiptNumber?: string | undefined;
  /** As it was typed: "S/ 58.90", "58,9". */
  readonly total?: string | undefined;
  readonly printedKey?: string | undefined;
  readonly documentNumber?: string | undefined;
}

/**
 * Returns whether what was stated is a look-up credential of the supply: the number and total to pay of one of
 * `receipts`, the key printed on one, or the document number of its holder today, by the newest receipt or the
 * register, whichever is newer. An earlier holder's document opens nothing. False without any receipt. Does not count
 * attempts.
 * @param receipts newest first
 */
export function isProof(
  stated: StatedProof,
  receipts: readonly PaidReceipt[],
  registered: RegisteredSupply | undefined,
): boolean {
  const today = supplyToday(receipts[0]?.receipt, registered);
  return (
    receipts.length > 0 &&
    (statedReceipt(stated, receipts) !== undefined || isSameText(stated.documentNumber, today?.holderDocNumber))
  );
}

/** Returns the receipt among `receipts` whose number and total, or printed key, were stated. */
export function statedReceipt(stated: StatedProof, receipts: readonly PaidReceipt[]): PaidReceipt | undefined {
  return receipts.find(knows(stated));
}

/**
 * Returns the receipts that what was stated shows: by a receipt, those up to the newest in that receipt's name, which
 * leaves out what a later holder is billed; by a document, all.
 * @param receipts newest first
 */
export function receiptsShown(stated: StatedProof, receipts: readonly PaidReceipt[]): readonly PaidReceipt[] {
  const given = statedReceipt(stated, receipts);
  if (!given) return receipts;
  const holder = holderOf(given.receipt);
  return receipts.slice(receipts.findIndex(({ receipt }) => isSameHolder(holderOf(receipt), holder)));
}

function knows({ receiptNumber, total, printedKey }: StatedProof): (paid: PaidReceipt) => boolean {
  const number = receiptNumber === undefined ? undefined : normalizeReceiptNumber(receiptNumber);
  const amount = total === undefined ? undefined : readSoles(total);
  return ({ receipt }) =>
    (number !== undefined && receiptKey(receipt).number === number && receipt.totalDue === amount) ||
    isSameText(printedKey, receipt.printedKey);
}

/** Whether what was typed has the letters and digits on record, in whatever way it was written. */
function isSameText(typed = "", onRecord = ""): boolean {
  const text = normalizeDocument(typed);
  return text !== "" && normalizeDocument(onRecord) === text;
}
