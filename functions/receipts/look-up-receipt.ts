import { receiptsShown, type StatedProof, statedReceipt } from "../../shared/casework/receipt/look-up-proof.ts";
import { withLines } from "../../shared/casework/receipt/receipt-lines.ts";
import { historyOf, receiptOfMonth, sheetOf } from "../../shared/casework/receipt/receipt-sheet.ts";
import {
  lookUpReceipt as route,
  lookUpReceiptSignedIn as signedInRoute,
} from "../../shared/contract/receipt/receipt-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/case/result.ts";
import type { PaidReceipt } from "../../shared/storage/billing/receipt-reader.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

interface Asked extends StatedProof {
  readonly shown?: "newest" | "given" | undefined;
}

/**
 * Answers a receipt of a supply to anybody who knows its code and a look-up credential: by a receipt, the newest in
 * that one's name or, if asked, that one. Refuses `receipt-not-found` if the supply or the credential is wrong;
 * `too-many-attempts` if the hour's wrong attempts at the supply are used up; `sign-in-to-continue` if the caller's
 * network tried one supply after another.
 */
export const lookUpReceipt = (deps: ReceiptDeps) =>
  serve(route, async ({ body, viewerAddress, now }) => {
    const checked = await deps.lookUpCredential.ofAnybody(body, viewerAddress, now);
    return checked.ok ? answered(deps, body, checked.value.receipts, now) : checked;
  });

/**
 * Answers what `lookUpReceipt` does, to somebody signed in. Refuses `receipt-not-found` if the supply or the credential
 * is wrong; `too-many-attempts` if the hour's wrong attempts at the supply are used up, by this account or by all
 * accounts together, or if the account goes from supply to supply.
 */
export const lookUpReceiptSignedIn = (deps: ReceiptDeps) =>
  serve(signedInRoute, async ({ body, caller, now }) => {
    const checked = await deps.lookUpCredential.ofAccount(body, caller.sub, now, "look-up");
    return checked.ok ? answered(deps, body, checked.value.receipts, now) : checked;
  });

async function answered(deps: ReceiptDeps, asked: Asked, known: readonly PaidReceipt[], now: string) {
  const { receiptReader, rulesAt, loadedAt } = deps;
  const receipts = receiptsShown(asked, known);
  const [newest] = receipts;
  if (!newest) return refused("receipt-not-found");
  const stated = statedReceipt(asked, receipts);
  const given = (stated && receiptOfMonth(receipts, stated.receipt.period)) ?? newest;
  const shown = asked.shown === "given" ? given : newest;
  const whole = await withLines(receiptReader, shown);
  return ok({
    ...sheetOf(receipts, whole, await rulesAt(now), await loadedAt(now)),
    history: historyOf(receipts, newest.receipt.period),
    ...(given !== shown && { givenPeriod: given.receipt.period }),
  });
}
