import { type ClaimEvent, lastEvent } from "./claim-events.ts";
import type { Claim } from "./claim-states.ts";

/** What ends a hold on the claimed receipt (digest 3.3, 3.10). */
export const holdReleases = ["not-filed", "agreement", "withdrawal", "silence", "decision-firm", "tribunal"] as const;
export type HoldRelease = (typeof holdReleases)[number];

/** Whether the last decision leaves the receipt as it was: nothing is to be corrected before it may be collected. */
function isConfirmed(history: readonly ClaimEvent[]): boolean {
  const outcome = lastEvent(history, "resolution-issued")?.outcome;
  return outcome !== "upheld" && outcome !== "partly-upheld";
}

/** What a closed claim had come to before it was executed. */
function settledBy(history: readonly ClaimEvent[]): HoldRelease {
  if (lastEvent(history, "tribunal-decided")) return "tribunal";
  const heard = lastEvent(history, "conciliation-held");
  if (heard?.agreement === "total") return "agreement";
  return lastEvent(history, "resolution-notified") ? "decision-firm" : "silence";
}

/**
 * Why the claimed receipt is no longer held; nothing while it is: it may be neither collected nor cut for. What was
 * agreed, granted by silence, upheld or ordered by the tribunal is corrected first, and only then released.
 */
export function releaseOf({ state, history }: Claim): HoldRelease | undefined {
  if (state === "not-filed") return "not-filed";
  if (state === "withdrawn") return "withdrawal";
  if (state === "firm" && isConfirmed(history)) return "decision-firm";
  return state === "closed" ? settledBy(history) : undefined;
}
