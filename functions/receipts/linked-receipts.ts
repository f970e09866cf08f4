import { monthsShown } from "../../shared/casework/receipt-sheet.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import type { PaidReceipt } from "../../shared/storage/receipt-reader.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

/**
 * Returns the receipts of a supply linked to the account, of the last 26 billed months, newest first; empty if the
 * supply has no receipt. Refuses `supply-not-linked` if the account has no such link, even if another account has it.
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
