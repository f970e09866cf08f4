import { claimAt } from "./claim.ts";
import type { ClaimLaw } from "./claim-law.ts";
import type { Claim, ClaimState } from "./claim-states.ts";
import { leavesAsBilled } from "./standing-decisions.ts";

/** What ends a hold on the claimed receipt (digest 3.3, 3.10). */
export const holdReleases = ["not-filed", "agreement", "withdrawal", "silence", "decision-firm", "tribunal"] as const;
export type HoldRelease = (typeof holdReleases)[number];

/** What is executed from each state that may be. */
const executedFrom: Partial<Record<ClaimState, HoldRelease>> = {
  conciliated: "agreement",
  "positive-silence": "silence",
  "reconsideration-silence": "silence",
  "tribunal-decided": "tribunal",
  "in-execution": "tribunal",
  firm: "decision-firm",
};

/** What a closed claim had come to before it was executed: its state by then, whichever act or term brought it. */
export function closedBy({ history }: Pick<Claim, "history">, law: ClaimLaw): HoldRelease | undefined {
  const place = history.findLastIndex(({ type }) => type === "executed");
  const executed = history[place];
  const before = executed && claimAt(history.slice(0, place), law, executed.recordedAt);
  return before && executedFrom[before.state];
}

/**
 * Why the claimed receipts are no longer held; nothing while one is: it may be neither collected nor cut for. What was
 * agreed, granted by silence, upheld or ordered by the tribunal is corrected first, and only then released.
 */
export function releaseOf(claim: Claim, law: ClaimLaw): HoldRelease | undefined {
  const { state } = claim;
  if (state === "not-filed") return "not-filed";
  if (state === "withdrawn") return "withdrawal";
  if (state === "firm" && leavesAsBilled(claim.history)) return "decision-firm";
  return state === "closed" ? closedBy(claim, law) : undefined;
}
