import { explanationView, receiptOfMonth } from "../../shared/casework/receipt/receipt-sheet.ts";
import { explainReceipt as route } from "../../shared/contract/receipt/receipt-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { serve } from "../runtime/serve.ts";
import { linkedReceipts } from "./linked-receipts.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

/**
 * Answers why the receipt of a month of a linked supply differs from the receipt of the last billed month before it, or
 * why the two cannot be compared. Refuses `supply-not-linked` if the account has no such link; `receipt-not-found` if
 * the month has no receipt among the supply's last 26 billed months.
 */
export const explainReceipt = (deps: ReceiptDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const linked = await linkedReceipts(deps, caller.sub, params.linkId, now);
    if (!linked.ok) return linked;
    const { receipts } = linked.value;
    const asked = receiptOfMonth(receipts, params.period);
    return asked ? ok(explanationView(receipts, asked.receipt, await deps.rulesAt(now))) : refused("receipt-not-found");
  });
