import { type CaseEvent, lastEntry } from "./case-events.ts";

/** Returns whether a claim was filed without an account and nobody answered at the contact it left, nor looked at it. */
export function awaitsContact(events: readonly CaseEvent[]): boolean {
  return lastEntry(events, "claim-filed")?.by.kind === "guest" && lastEntry(events, "contact-confirmed") === undefined;
}

/**
 * Returns whether the claimant may be shown what the office knows of the supply. True for a claim that was filed with
 * an account or by staff. For a claim filed without an account: true if the claimant showed at filing that they know
 * the supply, or if staff recorded a proof of standing since.
 */
export function knowsSupply(events: readonly CaseEvent[]): boolean {
  const filed = lastEntry(events, "claim-filed");
  return (
    filed?.by.kind !== "guest" ||
    filed.details.guest?.knowsSupply === true ||
    lastEntry(events, "standing-proved") !== undefined
  );
}
