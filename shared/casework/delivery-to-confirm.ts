import { type CaseEvent, type CaseEventOf, lastEntry } from "../domain/case-events.ts";

/**
 * Returns the last `delivery-claimed`, a delivery recorded late, if it still waits for another person to confirm it.
 * Undefined if it was confirmed, if a resolution was signed after it, or if it is of another notice than `noticeId`.
 * Without `noticeId` any notice will do.
 */
export function claimedDelivery(
  events: readonly CaseEvent[],
  noticeId?: string,
): CaseEventOf<"delivery-claimed"> | undefined {
  const claimed = lastEntry(events, "delivery-claimed");
  const signed = lastEntry(events, "resolution-signed");
  const isOpen =
    claimed && claimed.seq > (signed?.seq ?? 0) && (noticeId ?? claimed.details.noticeId) === claimed.details.noticeId;
  const isConfirmed = isOpen && events.slice(claimed.seq).some(({ type }) => type === "resolution-notified");
  return isOpen && !isConfirmed ? claimed : undefined;
}
