import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import type { PaidReceipt } from "../../shared/storage/receipt-reader.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";
import { monthsShown } from "./receipt-sheet.ts";

/**
 * Returns the receipts of a supply linked to the account, newest first, with enough months to compare the oldest one
 * shown. Refuses `supply-not-linked` for any other, whether it exists or not.
 */
export async function linkedReceipts(
  { supplyLinks, receiptReader }: ReceiptDeps,
  sub: string,
  linkId: string,
): Promise<Answer<{ supplyCode: string; receipts: readonly PaidReceipt[] }, "supply-not-linked">> {
  const link = await supplyLinks.find(sub, linkId);
  if (!link) return refused("supply-not-linked");
  return ok({
    supplyCode: link.supplyCode,
    receipts: await receiptReader.lastMonths(link.supplyCode, 2 * monthsShown),
  });
}
