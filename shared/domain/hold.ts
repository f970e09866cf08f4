import type { ClaimState } from "./claim-states.ts";

/** What ends a hold on the claimed receipt (digest 3.3, 3.10). */
export const holdReleases = ["not-filed", "agreement", "withdrawal", "silence", "decision-firm", "tribunal"] as const;
export type HoldRelease = (typeof holdReleases)[number];

const releases: Partial<Readonly<Record<ClaimState, HoldRelease>>> = {
  "not-filed": "not-filed",
  conciliated: "agreement",
  withdrawn: "withdrawal",
  "positive-silence": "silence",
  "reconsideration-silence": "silence",
  firm: "decision-firm",
  "tribunal-decided": "tribunal",
  "in-execution": "tribunal",
  closed: "decision-firm",
};

/** Why the claimed receipt is no longer held in a state; nothing while it is: it may be neither collected nor cut for. */
export function releaseIn(state: ClaimState): HoldRelease | undefined {
  return releases[state];
}
