import type { CaseEvent } from "../case/case-events.ts";
import type { DisputedReceipt } from "../filing/claim-form.ts";

/**
 * Returns the receipts a claim is about, in the order recorded: those in its filing and those that extensions added. A
 * receipt named twice appears twice; the list is empty without a `claim-filed`.
 */
export function claimedReceipts(events: readonly CaseEvent[]): readonly DisputedReceipt[] {
  return events.flatMap((event) => {
    if (event.type === "claim-filed") return event.details.form.receipts;
    return event.type === "claim-extended" ? (event.details.receipts ?? []) : [];
  });
}
