import { type CaseEvent, lastEntry } from "../case/case-events.ts";

/**
 * Returns whether a claimant must still prove that they are the holder or use the service: `holder-not-matched` is
 * recorded (they claimed as holder with a document that is not the register's), and no `standing-proved` after the last
 * `holder-not-matched`.
 */
export function awaitsStandingProof(events: readonly CaseEvent[]): boolean {
  const unmatched = lastEntry(events, "holder-not-matched");
  return unmatched !== undefined && (lastEntry(events, "standing-proved")?.seq ?? 0) < unmatched.seq;
}
