import { describe, expect, it } from "vitest";
import {
  historicalAverage,
  isAtypical,
  judgeConsumption,
  readingDifference,
} from "../../../shared/domain/consumption.ts";
import { type ConsumptionMonth, exclusions } from "../../../shared/domain/receipt.ts";

const averageRules = { n: 6, windowMonths: 12, minN: 2 };
const atypicalRules = { pctOverAverage: 100, minAssignments: 2 };

describe("the difference of two readings", () => {
  it.each<[number, number, number | undefined, number | undefined, string]>([
    [1234, 1252, undefined, 18, "example 1"],
    [702, 702, undefined, 0, "nothing used"],
    [9990, 12, undefined, undefined, "backwards: no valid reading"],
    [9990, 12, 4, 22, "a meter of four digits went round"],
  ])("%i to %i, rolled over at %s digits: %s m³ (%s)", (previous, current, rolledOver, expected) => {
    expect(readingDifference(previous, current, rolledOver)).toBe(expected);
  });
});

describe("the historical average of October 2026", () => {
  const month = (period: string, m3: number, fields: Partial<ConsumptionMonth> = {}): ConsumptionMonth => ({
    period,
    m3,
    type: "L",
    ...fields,
  });
  const example3 = [14, 15, 13, 17, 16, 14].map((m3, at) => month(`2026-0${9 - at}`, m3));

  it.each<[string, ConsumptionMonth[], number | undefined]>([
    ["example 3: 89 / 6 = 14.83", example3, 15],
    ["oldest first is the same", example3.toReversed(), 15],
    ["only the last six count", [...example3, month("2026-03", 900)], 15],
    ["the month itself is left out", [...example3, month("2026-10", 900)], 15],
    ["later months are left out", [...example3, month("2026-11", 900)], 15],
    ["twelve months back still counts", [month("2025-10", 10), month("2026-09", 20)], 15],
    ["thirteen do not: one left is too few", [month("2025-09", 10), month("2026-09", 20)], undefined],
    ["two are enough, half goes up", [month("2026-08", 14), month("2026-09", 15)], 15],
    ["one is not", [month("2026-09", 15)], undefined],
    ["none", [], undefined],
    ["a month billed by average is not a reading", [...example3, month("2026-09", 900, { type: "P" })], 15],
    ["nor is an assigned one", [...example3, month("2026-09", 900, { type: "A" })], 15],
    ["zero is a valid reading", [month("2026-08", 0), month("2026-09", 15)], 8],
  ])("%s", (_, history, expected) => {
    expect(historicalAverage(history, "2026-10", averageRules)).toBe(expected);
  });

  it.each(exclusions)("passes over a month that is not valid: %s", (exclusion) => {
    expect(historicalAverage([...example3, month("2026-09", 900, { exclusion })], "2026-10", averageRules)).toBe(15);
  });

  it("counts the window over the turn of the year", () => {
    const history = [month("2025-12", 10), month("2025-02", 20), month("2025-01", 90)];
    expect(historicalAverage(history, "2026-02", averageRules)).toBe(15);
  });

  it("follows the rules it is given", () => {
    expect(historicalAverage(example3, "2026-10", { n: 1, windowMonths: 1, minN: 1 })).toBe(14);
  });
});

describe("atypical needs both halves of the rule", () => {
  it.each<[number, number | undefined, number | undefined, boolean, boolean, string]>([
    [62, 15, 20, true, true, "example 4: 62 > 30 and 62 ≥ 40"],
    [32, 15, 20, true, false, "more than double, but under two assignments"],
    [31, 15, 20, true, false, "the customers' site's own case: it needs 40"],
    [45, 30, 20, false, true, "over two assignments, but not over double"],
    [40, 15, 20, true, true, "exactly two assignments is enough"],
    [40, 20, 20, false, true, "exactly double the average is not"],
    [41, 20, 20, true, true, "one more is"],
    [18, 17, 20, false, false, "neither"],
    [50, undefined, 20, false, true, "without an average only one half can hold"],
    [50, 15, undefined, true, false, "without an assignment too"],
    [1, 0, 0, true, true, "an average of nothing"],
  ])("%i m³, average %s, assignment %s: %s and %s (%s)", (measured, average, assignment, first, second) => {
    const atypical = first && second;
    expect(judgeConsumption(measured, average, assignment, atypicalRules)).toEqual({
      overAverage: first,
      overAssignments: second,
      atypical,
      average,
      assignment,
    });
    expect(isAtypical(measured, average, assignment, atypicalRules)).toBe(atypical);
  });

  it("is judged by the first half alone where the second is switched off", () => {
    expect(isAtypical(32, 15, 20, { pctOverAverage: 100, minAssignments: 0 })).toBe(true);
  });

  it("takes its percentage from the rules", () => {
    expect(isAtypical(62, 15, 20, { pctOverAverage: 400, minAssignments: 2 })).toBe(false);
  });
});
