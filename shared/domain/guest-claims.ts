import { type CaseEvent, lastEntry } from "./case-events.ts";

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
