import { type CaseEvent, lastEntry } from "./case-events.ts";

/**
 * Whether a claimant must still prove that they are the holder or use the service: they claimed as holder with a document
 * that is not the register's, and staff did not record since what they showed. The claim runs on; what gives a right away,
 * a withdrawal or an agreement, waits for it.
 */
export function awaitsStandingProof(events: readonly CaseEvent[]): boolean {
  const unmatched = lastEntry(events, "holder-not-matched");
  return unmatched !== undefined && (lastEntry(events, "standing-proved")?.seq ?? 0) < unmatched.seq;
}
