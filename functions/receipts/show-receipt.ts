import { withLines } from "../../shared/casework/receipt/receipt-lines.ts";
import { receiptOfMonth, sheetOf } from "../../shared/casework/receipt/receipt-sheet.ts";
import { showReceipt as route } from "../../shared/contract/receipt/receipt-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { serve } from "../runtime/serve.ts";
import { linkedReceipts } from "./linked-receipts.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

/**
 * Answers the receipt of a month of a linked supply with its lines and why it differs from the receipt of the last
 * billed month before it. Refuses `supply-not-linked` if the account has no such link; `receipt-not-found` if the month
 * has no receipt among the supply's last 26 billed months.
 */
export const showReceipt = (deps: ReceiptDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const linked = await linkedReceipts(deps, caller.sub, params.linkId, now);
    if (!linked.ok) return linked;
    const { receipts } = linked.value;
    const asked = receiptOfMonth(receipts, params.period);
    if (!asked) return refused("receipt-not-found");
    const whole = await withLines(deps.receiptReader, asked);
    return ok(sheetOf(receipts, whole, await deps.rulesAt(now), await deps.loadedAt(now)));
  });
