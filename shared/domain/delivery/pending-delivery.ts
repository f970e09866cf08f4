import { type CaseEvent, type CaseEventOf, entriesOf, lastEntry } from "../case/case-events.ts";
import type { ClaimLaw } from "../case/claim-law.ts";
import type { Claim } from "../case/claim-states.ts";
import { allowedEvents } from "../case/claim-transitions.ts";
import { claimantOf } from "../claim/claimant-contact.ts";
import type { CalendarDay } from "../term/calendar-day.ts";
import { termFor } from "../term/claim-clocks.ts";

/** A decision that is to be handed over at an address. */
export interface PendingDelivery {
  readonly noticeId: string;
  /** The number of the resolution. */
  readonly number?: string | undefined;
  /** The address. */
  readonly to: string;
  /** The zone of the address (an ubigeo), if the dispatch says it. */
  readonly zone?: string | undefined;
  readonly telephone?: string | undefined;
  /** The last day to hand it over: after it the claim is granted by silence. */
  readonly until?: CalendarDay | undefined;
  /** The visits that found nobody. */
  readonly attempts: number;
  /** The day that the last of them left in its notice. */
  readonly nextOn?: CalendarDay | undefined;
  /** Who hands it over, if it was given to somebody. */
  readonly inspector?: { readonly sub: string; readonly name: string } | undefined;
}

/**
 * Returns the delivery that a claim waits for. Undefined if its last decision was not sent to an address, if its state
 * takes no notification, or if the delivery only waits for a second person to confirm it.
 * @param events of the whole case, of which `claim` is the reading
 */
export function pendingDelivery(
  events: readonly CaseEvent[],
  claim: Claim | undefined,
  law: ClaimLaw,
): PendingDelivery | undefined {
  const sent = claim && undelivered(events, claim);
  if (!sent) return undefined;
  const { noticeId, to, zone } = sent.details;
  const isOf = ({ details }: { readonly details: { readonly noticeId: string } }) => details.noticeId === noticeId;
  const attempts = entriesOf(events, "delivery-attempted").filter(isOf);
  const given = entriesOf(events, "work-noted").flatMap(({ details: { delivery } }) => delivery ?? []);
  const last = given.findLast((one) => one.noticeId === noticeId);
  return {
    noticeId,
    number: lastEntry(events, "resolution-signed")?.details.number,
    to,
    zone,
    telephone: claimantOf(events)?.telephone,
    until: termFor("resolution-notified", claim, law)?.dueDate,
    attempts: attempts.length,
    nextOn: attempts.at(-1)?.details.nextOn,
    inspector: last && { sub: last.inspector, name: last.name },
  };
}

/** Returns the last dispatch of the decision, if it is to an address and nothing says that it arrived. */
function undelivered(events: readonly CaseEvent[], { state }: Claim): CaseEventOf<"resolution-dispatched"> | undefined {
  const sent = lastEntry(events, "resolution-dispatched");
  if (sent?.channel !== "personal" || !allowedEvents(state).includes("resolution-notified")) return undefined;
  if (sent.seq < (lastEntry(events, "resolution-signed")?.seq ?? 0)) return undefined;
  return entriesOf(events, "delivery-claimed").some(({ seq }) => seq > sent.seq) ? undefined : sent;
}
