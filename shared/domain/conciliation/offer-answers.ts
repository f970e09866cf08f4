import { type CaseEvent, entriesOf } from "../case/case-events.ts";

/** Returns the numbers of the claimed receipts of which the claimant accepted an offer, by the last answer to each. */
export function acceptedReceipts(events: readonly CaseEvent[]): ReadonlySet<string> {
  const answers = new Map(
    entriesOf(events, "offer-answered").map(({ details }) => [details.offerId, details.accepted]),
  );
  const accepted = entriesOf(events, "offer-made").filter(({ details }) => answers.get(details.offerId) === true);
  return new Set(accepted.map(({ details }) => details.receiptNumber));
}

/** Returns whether the claimant's last word on the offers is a proposal of their own: no offer was made after it. */
export function isCountered(events: readonly CaseEvent[]): boolean {
  const answer = entriesOf(events, "offer-answered").at(-1);
  const made = entriesOf(events, "offer-made").at(-1);
  return answer?.details.counter !== undefined && made !== undefined && made.seq < answer.seq;
}
