import { type CaseEvent, lastEntry } from "../case/case-events.ts";

/** Returns the key that opens a claim now: the last one it was given. Undefined if `events` have no filing. */
export function claimKeyOf(events: readonly CaseEvent[]): string | undefined {
  return (lastEntry(events, "key-replaced") ?? lastEntry(events, "claim-filed"))?.details.claimKey;
}
