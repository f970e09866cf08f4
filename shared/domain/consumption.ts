import { divideHalfUp } from "./money.ts";
import type { ConsumptionMonth } from "./receipt.ts";

/** The mean of the last `n` valid reading differences of the `windowMonths` before, at least `minN` (regulation, section 7.2). */
export type AverageRules = { readonly n: number; readonly windowMonths: number; readonly minN: number };

/**
 * Atypical is *more than* `pctOverAverage` percent over the average **and** *at least* `minAssignments` assignments
 * (regulation, section 7.4). `minAssignments` 0 switches that half off.
 */
export type AtypicalRules = { readonly pctOverAverage: number; readonly minAssignments: number };

export type ConsumptionRules = { readonly average: AverageRules; readonly atypical: AtypicalRules };

/**
 * What the meter counted between two readings, in m³. `undefined` when it went backwards, unless it `rolledOver` at that
 * many digits: then 10 to that power is added. After a change of meter there is no difference to take (section 5, step 1).
 */
export function readingDifference(previous: number, current: number, rolledOver?: number): number | undefined {
  if (current >= previous) return current - previous;
  return rolledOver === undefined ? undefined : current + 10 ** rolledOver - previous;
}

/**
 * The historical average a month (`period`, `YYYY-MM`) is judged by, in whole m³, half up; that month itself and later ones
 * are left out. `undefined` with fewer valid months than the rules ask for: then the assignment is used.
 */
export function historicalAverage(
  history: readonly ConsumptionMonth[],
  period: string,
  rules: AverageRules,
): number | undefined {
  const valid = history
    .filter((month) => month.type === "L" && month.exclusion === undefined)
    .filter((month) => month.period < period && monthsBetween(month.period, period) <= rules.windowMonths)
    .toSorted((a, b) => monthsBetween(a.period, b.period))
    .slice(0, rules.n);
  if (valid.length < rules.minN) return undefined;
  return divideHalfUp(
    valid.reduce((sum, month) => sum + month.m3, 0),
    valid.length,
  );
}

function monthsBetween(earlier: string, later: string): number {
  const [fromYear = 0, fromMonth = 0] = earlier.split("-").map(Number);
  const [toYear = 0, toMonth = 0] = later.split("-").map(Number);
  return 12 * (toYear - fromYear) + toMonth - fromMonth;
}

/** Which halves of the rule hold for a reading difference, and the figures (m³) they were taken from. */
export type ConsumptionJudgement = {
  readonly overAverage: boolean;
  readonly overAssignments: boolean;
  readonly atypical: boolean;
  readonly average: number | undefined;
  readonly assignment: number | undefined;
};

/**
 * Judges a reading difference of `measured` m³; `assignment` is the category's times the units of use. A half whose figure
 * is not known does not hold.
 */
export function judgeConsumption(
  measured: number,
  average: number | undefined,
  assignment: number | undefined,
  rules: AtypicalRules,
): ConsumptionJudgement {
  const overAverage = average !== undefined && 100 * measured > (100 + rules.pctOverAverage) * average;
  const overAssignments = assignment !== undefined && measured >= rules.minAssignments * assignment;
  return { overAverage, overAssignments, atypical: overAverage && overAssignments, average, assignment };
}

/** Whether a reading difference is atypical: both halves of the rule (art. 88 of the quality regulation). */
export function isAtypical(
  measured: number,
  average: number | undefined,
  assignment: number | undefined,
  rules: AtypicalRules,
): boolean {
  return judgeConsumption(measured, average, assignment, rules).atypical;
}
