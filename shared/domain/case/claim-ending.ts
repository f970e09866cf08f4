import { releaseOf } from "../billing/hold-release.ts";
import { standingResolutions } from "../resolution/standing-decisions.ts";
import { resultOfDecision, type TribunalResult } from "../resolution/tribunal-decision.ts";
import { type CaseEvent, lastEntry } from "./case-events.ts";
import { lastEvent, resolutionOutcomes } from "./claim-events.ts";
import type { ClaimLaw } from "./claim-law.ts";
import type { Claim } from "./claim-states.ts";

/** How a claim ended: the words of a resolution's outcome are of the company's own decision. */
export const claimEndings = [
  "agreement",
  "silence",
  ...resolutionOutcomes,
  "tribunal-granted",
  "tribunal-confirmed",
  "tribunal-inadmissible",
] as const;
export type ClaimEnding = (typeof claimEndings)[number];

const tribunalEndings: Partial<Readonly<Record<TribunalResult, ClaimEnding>>> = {
  reversed: "tribunal-granted",
  "silence-declared": "tribunal-granted",
  confirmed: "tribunal-confirmed",
  inadmissible: "tribunal-inadmissible",
  conciliated: "agreement",
};

/**
 * Returns how a claim ended that is closed, or whose firm decision leaves its receipts as billed. Undefined in any
 * other state or without a claim, of a decision on what a partial agreement left, and of a tribunal's that does not say
 * whom it favours.
 */
export function endingOf(
  claim: Claim | undefined,
  events: readonly CaseEvent[],
  law: ClaimLaw,
): ClaimEnding | undefined {
  if (!claim) return undefined;
  const release = releaseOf(claim, law);
  if (release === "agreement" || release === "silence") return release;
  if (release === "decision-firm")
    return lastEvent(claim.history, "conciliation-held")?.agreement === "partial"
      ? undefined
      : standingResolutions(claim.history)[0]?.outcome;
  const decided = release === "tribunal" ? lastEntry(events, "tribunal-decided") : undefined;
  return decided && tribunalEndings[resultOfDecision({ ...decided.details, outcome: decided.outcome })];
}
