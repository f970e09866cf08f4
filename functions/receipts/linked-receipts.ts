import { monthsShown } from "../../shared/casework/receipt/receipt-sheet.ts";
import { linkStands } from "../../shared/casework/supply/standing-link.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/case/result.ts";
import type { PaidReceipt } from "../../shared/storage/billing/receipt-reader.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

/**
 * Returns the receipts of a supply linked to the account, of the last 26 billed months, newest first; empty if the
 * supply has no receipt. Refuses `supply-not-linked` if the account has no such link, even if another account has it,
 * or if the receipts now name another holder, which ends the link.
 */
export async function linkedReceipts(
  deps: ReceiptDeps,
  sub: string,
  linkId: string,
  now: string,
): Promise<Answer<{ supplyCode: string; receipts: readonly PaidReceipt[] }, "supply-not-linked">> {
  const link = await deps.supplyLinks.find(sub, linkId);
  if (!link) return refused("supply-not-linked");
  const { supplyCode } = link;
  const receipts = await deps.receiptReader.lastMonths(supplyCode, 2 * monthsShown);
  if (!(await linkStands(deps, { ...link, sub }, receipts, now))) return refused("supply-not-linked");
  return ok({ supplyCode, receipts });
}
