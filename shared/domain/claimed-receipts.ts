import type { CaseEvent } from "./case-events.ts";
import type { DisputedReceipt } from "./claim-form.ts";

/** Returns the receipts a claim is about: those in its filing, then those added by extensions. */
export function claimedReceipts(events: readonly CaseEvent[]): readonly DisputedReceipt[] {
  return events.flatMap((event) => {
    if (event.type === "claim-filed") return event.details.form.receipts;
    return event.type === "claim-extended" ? (event.details.receipts ?? []) : [];
  });
}
