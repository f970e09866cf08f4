import type { ResolutionOutcome, TribunalOutcome } from "../case/claim-events.ts";

/** What the tribunal decided of an appeal; in the first four the utility lost. */
export const tribunalResults = [
  "reversed",
  "silence-declared",
  "back-to-investigation",
  "back-to-resolution",
  "confirmed",
  "conciliated",
  "inadmissible",
  "unstated",
] as const;
export type TribunalResult = (typeof tribunalResults)[number];

/** Why the company lost an appeal, as the tribunal's decision says: one cause, the main one. */
export const tribunalCauses = [
  "inspection",
  "control",
  "meter-test",
  "consumption-rule",
  "tariff",
  "evidence",
  "reasons",
  "file",
  "notice",
  "late",
  "other",
] as const;
export type TribunalCause = (typeof tribunalCauses)[number];

/** Whom a decision on the merits favours, where it does not say so receipt by receipt. */
export const favoured = ["claimant", "company"] as const;
export type Favoured = (typeof favoured)[number];

/** What of a tribunal's decision says who won. */
export interface TribunalDecision {
  readonly outcome: TribunalOutcome;
  readonly months?: readonly { readonly outcome: ResolutionOutcome }[] | undefined;
  readonly inFavourOf?: Favoured | undefined;
}

/**
 * Returns how an appeal ended: `outcome` itself, unless `outcome` is `decided`. A decision with `months` is `reversed`
 * if any of the months is upheld, even in part, otherwise `confirmed`. A decision without months is `reversed` if it
 * favours the claimant, `confirmed` if it favours the company, and `unstated` if `inFavourOf` is absent.
 */
export function resultOfDecision({ outcome, months = [], inFavourOf }: TribunalDecision): TribunalResult {
  if (outcome !== "decided") return outcome;
  if (months.length > 0)
    return months.some((month) => month.outcome === "upheld" || month.outcome === "partly-upheld")
      ? "reversed"
      : "confirmed";
  if (inFavourOf === undefined) return "unstated";
  return inFavourOf === "claimant" ? "reversed" : "confirmed";
}

/** Whether the months of a decision say that it favours somebody else than `inFavourOf`. */
export function isContradicted({ inFavourOf, ...decision }: TribunalDecision): boolean {
  const byMonths = resultOfDecision(decision);
  if (inFavourOf === undefined || decision.outcome !== "decided" || byMonths === "unstated") return false;
  return byMonths !== resultOfDecision({ outcome: "decided", inFavourOf });
}

const lost: ReadonlySet<TribunalResult> = new Set([
  "reversed",
  "silence-declared",
  "back-to-investigation",
  "back-to-resolution",
]);

/**
 * Returns whether the company lost: the decision favours the claimant, declares the silence or sends the claim back.
 */
export function isLost(decision: TribunalDecision): boolean {
  return lost.has(resultOfDecision(decision));
}

/**
 * Returns why the company lost, as it is recorded with a decision: `late` if the tribunal declares the silence,
 * whatever was chosen; otherwise `chosen` if the company lost. Undefined if the company did not lose, or if nothing
 * was chosen.
 */
export function causeOf(decision: TribunalDecision, chosen: TribunalCause | undefined): TribunalCause | undefined {
  if (decision.outcome === "silence-declared") return "late";
  return isLost(decision) ? chosen : undefined;
}
