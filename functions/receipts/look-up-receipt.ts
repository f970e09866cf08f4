import { withLines } from "../../shared/casework/receipt-lines.ts";
import {
  lookUpReceipt as route,
  lookUpReceiptSignedIn as signedInRoute,
} from "../../shared/contract/receipt-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import type { PaidReceipt } from "../../shared/storage/receipt-reader.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDesk } from "./receipt-desk.ts";
import { sheetOf } from "./receipt-sheet.ts";

/** This month's receipt, for who knows the supply's code and a second datum. A source that walks must sign in first. */
export const lookUpReceipt = (desk: ReceiptDesk) =>
  serve(route, async ({ body, viewerAddress, now }) => {
    const checked = await desk.secondDatum.ofAnybody(body, viewerAddress, now);
    return checked.ok ? shown(desk, checked.value.receipts, now) : checked;
  });

/** The same, for who is signed in. */
export const lookUpReceiptSignedIn = (desk: ReceiptDesk) =>
  serve(signedInRoute, async ({ body, caller, now }) => {
    const checked = await desk.secondDatum.ofAccount(body, caller.sub, now);
    return checked.ok ? shown(desk, checked.value.receipts, now) : checked;
  });

async function shown(desk: ReceiptDesk, receipts: readonly PaidReceipt[], now: string) {
  const { receiptReader, rulesAt, loadedAt, countLookUp } = desk;
  const [latest] = receipts;
  if (!latest) return refused("receipt-not-found");
  const [lines] = await Promise.all([withLines(receiptReader, latest), countLookUp(now)]);
  return ok(sheetOf(receipts, lines, await rulesAt(now), await loadedAt(now)));
}
