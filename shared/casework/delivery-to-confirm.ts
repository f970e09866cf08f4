import { type CaseEvent, type CaseEventOf, lastEntry } from "../domain/case-events.ts";

/**
 * Returns the last `delivery-claimed` entry (a delivery recorded late) if another person must still confirm it.
 * Undefined if the delivery was confirmed, if a resolution was signed after that entry, or if `noticeId` is given and
 * is not the entry's.
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
