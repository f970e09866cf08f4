import type { ConsumptionMonth, Exclusion } from "./receipt.ts";

/** How a mean becomes whole m³ (`average.rounding`); the digest leaves it to configuration. */
export type AverageRounding = "HALF_UP" | "DOWN";

/**
 * The average is the mean of the last `n` valid reading differences of the `windowMonths` before, and needs at least
 * `minN` (regulation, section 7.2). `invalid`: the reasons why a month billed by reading is not valid
 * (`average.validity_rules`).
 */
export type AverageRules = {
  readonly n: number;
  readonly windowMonths: number;
  readonly minN: number;
  readonly rounding: AverageRounding;
  readonly invalid: readonly Exclusion[];
};

/**
 * Atypical is *more than* `pctOverAverage` percent over the average **and** *at least* `minAssignments` assignments
 * (regulation, section 7.4). With `minAssignments` 0, any known assignment is enough.
 */
export type AtypicalRules = { readonly pctOverAverage: number; readonly minAssignments: number };

export type ConsumptionRules = { readonly average: AverageRules; readonly atypical: AtypicalRules };

/** Why a month is left out of the average. */
export type LeftOut = Exclusion | "this-month" | "later" | "billed-average" | "assigned" | "out-of-window" | "enough";

/** A month considered for the average; `leftOut` says why it was left out, and is absent if it was used. */
export type AverageMonth = ConsumptionMonth & { readonly leftOut?: LeftOut | undefined };

/**
 * A historical average in whole m³, undefined if too few months are valid; the months considered, the newest first; and
 * the working in Spanish.
 */
export type Average = {
  readonly m3: number | undefined;
  readonly months: readonly AverageMonth[];
  readonly explanation: readonly string[];
};

/** Which conditions of atypical consumption a reading difference meets, and the figures (m³) it was compared with. */
export type ConsumptionJudgement = {
  readonly overAverage: boolean;
  readonly overAssignments: boolean;
  readonly atypical: boolean;
  readonly average: number | undefined;
  readonly assignment: number | undefined;
};
