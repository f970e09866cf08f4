import type {
  AtypicalRules,
  Average,
  AverageMonth,
  AverageRules,
  ConsumptionJudgement,
  ConsumptionRules,
  LeftOut,
} from "./consumption-shapes.ts";
import { averageWords } from "./consumption-words.ts";
import { divideHalfUp } from "./money.ts";
import type { ConsumptionMonth } from "./receipt.ts";

/**
 * Returns the historical average for a month (`period`, `YYYY-MM`): the mean of the latest `n` valid months before it
 * (digest 7.2). Half a m³ rounds up; if `rounding` is `DOWN`, every fraction is dropped. `m3` is undefined if fewer
 * than `minN` months are valid, or none is. `months` is all of `history`, newest first, with the reason for each month
 * that was left out.
 */
export function averageOf(history: readonly ConsumptionMonth[], period: string, rules: AverageRules): Average {
  let taken = 0;
  const months = history
    .toSorted((a, b) => monthsBetween(a.period, b.period))
    .map((month): AverageMonth => {
      const leftOut = invalidity(month, period, rules) ?? (taken < rules.n ? undefined : "enough");
      if (leftOut !== undefined) return { ...month, leftOut };
      taken += 1;
      return month;
    });
  const valid = months.filter(({ leftOut }) => leftOut === undefined);
  const sum = valid.reduce((total, { m3 }) => total + m3, 0);
  const mean = rules.rounding === "DOWN" ? Math.floor(sum / taken) : undefined;
  const m3 = taken < Math.max(rules.minN, 1) ? undefined : (mean ?? divideHalfUp(sum, taken));
  return { m3, months, explanation: averageWords({ m3, months, period, rules, sum }) };
}

function invalidity(month: ConsumptionMonth, period: string, rules: AverageRules): LeftOut | undefined {
  if (month.period === period) return "this-month";
  if (month.period > period) return "later";
  if (monthsBetween(month.period, period) > rules.windowMonths) return "out-of-window";
  if (month.type !== "L") return month.type === "P" ? "billed-average" : "assigned";
  return rules.invalid.find((reason) => reason === month.exclusion);
}

/**
 * Returns the historical average in m³ for a month (`period`, `YYYY-MM`), as `averageOf` computes it: the mean of the
 * latest `n` valid months before it. Undefined if fewer than `minN` months are valid, or none is.
 */
export function historicalAverage(
  history: readonly ConsumptionMonth[],
  period: string,
  rules: AverageRules,
): number | undefined {
  return averageOf(history, period, rules).m3;
}

/** Returns the whole months from one month (`YYYY-MM`) to another; negative if `later` is before `earlier`. */
export function monthsBetween(earlier: string, later: string): number {
  const [fromYear = 0, fromMonth = 0] = earlier.split("-").map(Number);
  const [toYear = 0, toMonth = 0] = later.split("-").map(Number);
  return 12 * (toYear - fromYear) + toMonth - fromMonth;
}

/**
 * A month of a supply before it is judged. `assignment` is the category's times the units of use, if the tariff list is
 * known.
 */
export type ReadMonth = ConsumptionMonth & {
  readonly assignment?: number | undefined;
  /** The reading difference, if the month was billed otherwise. */
  readonly measured?: number | undefined;
  /** The average printed on the receipt, used if the history gives none. */
  readonly printedAverage?: number | undefined;
};

/**
 * Returns the months oldest first; an atypical month gets `exclusion: "atypical"` in place of any other exclusion. Each
 * month is judged by the historical average of the months before it, or by its `printedAverage` if they give none. A
 * month without a reading difference, or whose average or assignment is unknown, is not marked. If the rules name
 * atypical months invalid, a marked month is left out of the averages of later months.
 */
export function judgedMonths(months: readonly ReadMonth[], rules: ConsumptionRules): readonly ConsumptionMonth[] {
  const judged: ConsumptionMonth[] = [];
  for (const { assignment, measured, printedAverage, ...month } of months.toSorted((a, b) =>
    monthsBetween(b.period, a.period),
  )) {
    const average = historicalAverage(judged, month.period, rules.average) ?? printedAverage;
    const read = measured ?? (month.type === "L" ? month.m3 : undefined);
    const atypical = read !== undefined && isAtypical(read, average, assignment, rules.atypical);
    judged.push({ ...month, ...(atypical && { exclusion: "atypical" }) });
  }
  return judged;
}

/**
 * Returns which conditions of atypical consumption `measured` m³ meets: more than `pctOverAverage` percent above
 * `average`, and at least `minAssignments` times `assignment`, which is the category's m³ times the units of use.
 * `atypical` is true if both hold. A condition whose `average` or `assignment` is undefined does not hold.
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

/**
 * Returns whether a reading difference is atypical (art. 88 of the quality regulation): more than `pctOverAverage`
 * percent above `average`, and at least `minAssignments` times `assignment`. False if `average` or `assignment` is
 * unknown.
 */
export function isAtypical(
  measured: number,
  average: number | undefined,
  assignment: number | undefined,
  rules: AtypicalRules,
): boolean {
  return judgeConsumption(measured, average, assignment, rules).atypical;
}
