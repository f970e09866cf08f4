import { type CaseEvent, type CaseEventOf, lastEntry } from "../case/case-events.ts";

/**
 * Returns the last `delivery-claimed` entry if the decision does not count as notified by it yet: the delivery was
 * recorded late and another person must confirm it, or it is an `earlyDelivery`. Undefined if a `resolution-notified`
 * or a signed resolution came after that entry, or if `noticeId` is given and is not the entry's.
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

/**
 * Returns the last delivery that was made outside working hours and recorded before it takes effect, while it does not
 * count as notified yet: such an entry is effective after it was recorded. Undefined if there is none.
 */
export function earlyDelivery(events: readonly CaseEvent[]): CaseEventOf<"delivery-claimed"> | undefined {
  const claimed = claimedDelivery(events);
  return claimed && claimed.effectiveAt > claimed.recordedAt ? claimed : undefined;
}
