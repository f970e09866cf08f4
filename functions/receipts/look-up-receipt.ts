import { withLines } from "../../shared/casework/receipt-lines.ts";
import { lookUpReceipt as route } from "../../shared/contract/receipt-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDesk } from "./receipt-desk.ts";
import { sheetOf } from "./receipt-sheet.ts";

/** This month's receipt, for who knows the supply's code and one datum of a recent receipt. */
export const lookUpReceipt = ({ secondDatum, receiptReader, rulesAt, loadedAt, countLookUp }: ReceiptDesk) =>
  serve(route, async ({ body, now }) => {
    const checked = await secondDatum.check(body, now);
    if (!checked.ok) return checked;
    const { receipts } = checked.value;
    const [latest] = receipts;
    if (!latest) return refused("receipt-not-found");
    const [lines] = await Promise.all([withLines(receiptReader, latest), countLookUp(now)]);
    return ok(sheetOf(receipts, lines, await rulesAt(now), await loadedAt(now)));
  });
