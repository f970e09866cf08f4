import { withLines } from "../../shared/casework/receipt-lines.ts";
import { showReceipt as route } from "../../shared/contract/receipt-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { linkedReceipts } from "./linked-receipts.ts";
import type { ReceiptDesk } from "./receipt-desk.ts";
import { receiptOfMonth, sheetOf } from "./receipt-sheet.ts";

/** One receipt of a linked supply, whole, with why it changed. */
export const showReceipt = (desk: ReceiptDesk) =>
  serve(route, async ({ params, caller, now }) => {
    const linked = await linkedReceipts(desk, caller.sub, params.linkId);
    if (!linked.ok) return linked;
    const { receipts } = linked.value;
    const asked = receiptOfMonth(receipts, params.period);
    if (!asked) return refused("receipt-not-found");
    const whole = await withLines(desk.receiptReader, asked);
    return ok(sheetOf(receipts, whole, await desk.rulesAt(now), await desk.loadedAt(now)));
  });
