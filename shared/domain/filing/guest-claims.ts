import { type CaseEvent, lastEntry } from "../case/case-events.ts";
import type { FactDetails } from "../case/fact-details.ts";
import type { CalendarDay } from "../term/calendar-day.ts";

/**
 * Returns whether a claim was filed without an account and no `contact-confirmed` is recorded yet. A contact is
 * confirmed by a code sent to it, by an account that opened the claim with its key, or by a staff member who looked at
 * the contact.
 */
export function awaitsContact(events: readonly CaseEvent[]): boolean {
  return lastEntry(events, "claim-filed")?.by.kind === "guest" && lastEntry(events, "contact-confirmed") === undefined;
}

/**
 * Returns whether the claimant may be shown what the office knows of the supply. True for a claim that was filed with
 * an account or by staff. For a claim filed without an account: true if the filing notes that the claimant knows the
 * supply (`guest.knowsSupply`), or if staff recorded a proof of standing since.
 */
export function knowsSupply(events: readonly CaseEvent[]): boolean {
  const filed = lastEntry(events, "claim-filed");
  return (
    filed?.by.kind !== "guest" ||
    filed.details.guest?.knowsSupply === true ||
    lastEntry(events, "standing-proved") !== undefined
  );
}

/**
 * Returns the supply's address as a claimant may be shown it: not to a guest who did not give the holder's document,
 * since a neighbour may hit on a total. Undefined if the supply's receipt has none.
 */
export function addressShown({ guest, supplyAddress }: FactDetails["claim-filed"]): string | undefined {
  return guest && !guest.knowsHolder ? undefined : supplyAddress;
}

/** What is recorded once somebody knows who claims: a hold that waited for it is then asked for. */
export const holdLooks: ReadonlySet<CaseEvent["type"]> = new Set([
  "contact-confirmed",
  "appointments-given",
  "standing-proved",
]);

/**
 * Returns the working day by which the office looks at who claims, while the hold on the receipts waits for that; else
 * undefined. The hold of a claim filed without an account, whose claimant did not show that they know the supply, waits
 * until the contact is confirmed, or staff give it appointments or record a proof of standing.
 */
export function holdAwaited(events: readonly CaseEvent[]): CalendarDay | undefined {
  const holdBy = lastEntry(events, "claim-filed")?.details.guest?.holdBy;
  return events.some(({ type }) => holdLooks.has(type)) ? undefined : holdBy;
}
