import { type CaseEvent, type CaseEventOf, lastEntry } from "../domain/case-events.ts";

/** The last delivery that was written down late and waits for another person; of a notice, where one is named. */
export function claimedDelivery(
  events: readonly CaseEvent[],
  noticeId?: string,
): CaseEventOf<"delivery-claimed"> | undefined {
  const claimed = lastEntry(events, "delivery-claimed");
  const signed = lastEntry(events, "resolution-signed");
  const isOpen =
    claimed && claimed.seq > (signed?.seq ?? 0) && (noticeId ?? claimed.details.noticeId) === claimed.details.noticeId;
  const told = isOpen && events.slice(claimed.seq).some(({ type }) => type === "resolution-notified");
  return isOpen && !told ? claimed : undefined;
}
