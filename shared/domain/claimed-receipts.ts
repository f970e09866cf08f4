import type { CaseEvent } from "./case-events.ts";
import type { DisputedReceipt } from "./claim-form.ts";

/** The receipts a claim is about: those it was filed with, and those added to it since. */
export function claimedReceipts(events: readonly CaseEvent[]): readonly DisputedReceipt[] {
  return events.flatMap((event) => {
    if (event.type === "claim-filed") return event.details.form.receipts;
    return event.type === "claim-extended" ? (event.details.receipts ?? []) : [];
  });
}
