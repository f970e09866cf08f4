import { claimAt } from "../case/claim.ts";
import type { ClaimLaw } from "../case/claim-law.ts";
import type { Claim, ClaimState } from "../case/claim-states.ts";
import { leavesAsBilled } from "../resolution/standing-decisions.ts";

/** Why a hold on the claimed receipt ended (digest 3.3, 3.10). */
export const holdReleases = ["not-filed", "agreement", "withdrawal", "silence", "decision-firm", "tribunal"] as const;
export type HoldRelease = (typeof holdReleases)[number];

/** When the commercial system was asked to hold receipts, and by when it should confirm it: both instants. */
export interface HoldAsked {
  readonly at: string;
  readonly until: string;
}

/** What is executed from each state that may be executed. */
const executedFrom: Partial<Record<ClaimState, HoldRelease>> = {
  conciliated: "agreement",
  "positive-silence": "silence",
  "reconsideration-silence": "silence",
  "tribunal-decided": "tribunal",
  "in-execution": "tribunal",
  firm: "decision-firm",
};

/**
 * Returns what the last `executed` fact carried out, by the claim's state just before it: `agreement` in `conciliated`,
 * `silence` in a positive silence, `tribunal` in `tribunal-decided` or `in-execution`, `decision-firm` in `firm`.
 * Undefined if there is no such fact, or the state was another.
 */
export function closedBy({ history }: Pick<Claim, "history">, law: ClaimLaw): HoldRelease | undefined {
  const index = history.findLastIndex(({ type }) => type === "executed");
  const executed = history[index];
  const before = executed && claimAt(history.slice(0, index), law, executed.recordedAt);
  return before && executedFrom[before.state];
}

/**
 * Returns why the claimed receipts are no longer held; undefined while they are held. `not-filed` and `withdrawal` in
 * the states `not-filed` and `withdrawn`; `decision-firm` in the state `firm`, if the decision leaves the receipts as
 * billed; in the state `closed`, the reason for which the claim was closed.
 */
export function releaseOf(claim: Claim, law: ClaimLaw): HoldRelease | undefined {
  const { state } = claim;
  if (state === "not-filed") return "not-filed";
  if (state === "withdrawn") return "withdrawal";
  if (state === "firm" && leavesAsBilled(claim.history)) return "decision-firm";
  return state === "closed" ? closedBy(claim, law) : undefined;
}
