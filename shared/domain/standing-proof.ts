import { type CaseEvent, lastEntry } from "./case-events.ts";

/**
 * Returns whether a claimant must still prove that they are the holder or use the service: they claimed as holder with
 * a document that is not the register's, and staff recorded no proof since. The claim goes on; an act that gives up a
 * right, a withdrawal or an agreement, waits for the proof.
 */
export function awaitsStandingProof(events: readonly CaseEvent[]): boolean {
  const unmatched = lastEntry(events, "holder-not-matched");
  return unmatched !== undefined && (lastEntry(events, "standing-proved")?.seq ?? 0) < unmatched.seq;
}
