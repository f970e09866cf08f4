import { type CaseEvent, type CaseEventOf, lastEntry } from "../domain/case-events.ts";

/**
 * Returns the last delivery that was recorded late and waits for another person to confirm it; undefined if it was confirmed,
 * if a resolution was signed since, or if it is not of the notice `noticeId`, where one is given.
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
