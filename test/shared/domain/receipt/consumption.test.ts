import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  averageOf,
  historicalAverage,
  isAtypical,
  judgeConsumption,
  judgedMonths,
  monthsBetween,
} from "../../../../shared/domain/receipt/consumption.ts";
import type { AverageMonth, AverageRules, LeftOut } from "../../../../shared/domain/receipt/consumption-shapes.ts";
import { judgementWords } from "../../../../shared/domain/receipt/consumption-words.ts";
import { type ConsumptionMonth, exclusions } from "../../../../shared/domain/receipt/receipt.ts";

const averageRules: AverageRules = { n: 6, windowMonths: 12, minN: 2, rounding: "HALF_UP", invalid: exclusions };
const atypicalRules = { pctOverAverage: 100, minAssignments: 2 };

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

  it.each(exclusions)("leaves out a month that is not valid: %s", (exclusion) => {
    expect(historicalAverage([...example3, month("2026-09", 900, { exclusion })], "2026-10", averageRules)).toBe(15);
  });

  it("counts the window across a new year", () => {
    const history = [month("2025-12", 10), month("2025-02", 20), month("2025-01", 90)];
    expect(historicalAverage(history, "2026-02", averageRules)).toBe(15);
  });

  it("follows the rules it is given", () => {
    expect(historicalAverage(example3, "2026-10", { ...averageRules, n: 1, windowMonths: 1, minN: 1 })).toBe(14);
  });
});

describe("the working of an average", () => {
  const month = (period: string, m3: number, fields: Partial<ConsumptionMonth> = {}): ConsumptionMonth => ({
    period,
    m3,
    type: "L",
    ...fields,
  });
  const leftOutOf = (months: readonly AverageMonth[], period: string) =>
    months.find((each) => each.period === period)?.leftOut;
  const supply = [
    month("2026-11", 18),
    month("2026-10", 62),
    month("2026-09", 14),
    month("2026-08", 15, { type: "P" }),
    month("2026-07", 20, { type: "A" }),
    month("2026-06", 61, { exclusion: "atypical" }),
    month("2026-05", 15),
    month("2026-04", 13),
    month("2026-03", 3, { exclusion: "reading-not-real" }),
    month("2026-02", 17),
    month("2026-01", 16),
    month("2025-12", 14),
    month("2025-11", 40),
    month("2025-09", 40),
  ];

  it.each<[string, LeftOut | undefined, string]>([
    ["2026-11", "later", "a month after the one checked"],
    ["2026-10", "this-month", "the month checked"],
    ["2026-09", undefined, "the first of the six"],
    ["2026-08", "billed-average", "no difference was billed"],
    ["2026-07", "assigned", "no difference was billed"],
    ["2026-06", "atypical", "it says nothing of normal use"],
    ["2026-03", "reading-not-real", "an end was not read"],
    ["2025-12", undefined, "the sixth"],
    ["2025-11", "enough", "inside the twelve months, but six were found"],
    ["2025-09", "out-of-window", "thirteen months before"],
  ])("%s: $2", (period, leftOut) => {
    const average = averageOf(supply, "2026-10", averageRules);
    expect(average.m3).toBe(15);
    expect(leftOutOf(average.months, period)).toBe(leftOut);
  });

  it("is said with its months, its sum and what was left out", () => {
    expect(averageOf(supply, "2026-10", averageRules).explanation).toEqual([
      "El promedio histórico es 15 m³: las últimas 6 diferencias de lecturas válidas de los 12 meses anteriores a octubre de 2026 fueron 14 m³ en setiembre de 2026, 15 m³ en mayo de 2026, 13 m³ en abril de 2026, 17 m³ en febrero de 2026, 16 m³ en enero de 2026 y 14 m³ en diciembre de 2025; suman 89 m³, y 89 entre 6 es 15 m³ redondeado.",
      "No se tomó agosto de 2026 (se facturó por promedio, sin diferencia de lecturas), julio de 2026 (se facturó por asignación, sin diferencia de lecturas), junio de 2026 (fue un consumo atípico) y marzo de 2026 (no tuvo lecturas reales en los dos extremos).",
    ]);
  });

  it("says how many months are missing if there is no average", () => {
    expect(averageOf([month("2026-09", 15)], "2026-10", averageRules).explanation).toEqual([
      "No hay promedio histórico válido: en los 12 meses anteriores a octubre de 2026 hay 1 diferencia de lecturas válidas y se necesitan al menos 2.",
    ]);
  });

  it("is rounded as the utility's data says: 89 / 6 is 14 without decimals", () => {
    expect(averageOf(supply, "2026-10", { ...averageRules, rounding: "DOWN" }).m3).toBe(14);
  });

  it("treats a reason as invalid only if the configuration names it", () => {
    const few = [month("2026-09", 10), month("2026-08", 20, { exclusion: "service-closed" })];
    expect(averageOf(few, "2026-10", averageRules).m3).toBeUndefined();
    expect(averageOf(few, "2026-10", { ...averageRules, invalid: [] }).m3).toBe(15);
  });

  it("stays between the least and the most of the months used", () => {
    const months = fc.array(fc.nat({ max: 500 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(months, (volumes) => {
        const { m3, months: seen } = averageOf(
          volumes.map((each, at) => month(`2026-0${9 - at}`, each)),
          "2026-10",
          averageRules,
        );
        const taken = seen.filter(({ leftOut }) => leftOut === undefined).map((each) => each.m3);
        expect(taken).toHaveLength(Math.min(volumes.length, 6));
        expect(m3).toBeGreaterThanOrEqual(Math.min(...taken));
        expect(m3).toBeLessThanOrEqual(Math.max(...taken));
      }),
    );
  });
});

describe("the months of a supply, judged oldest first", () => {
  const read = (period: string, m3: number) => ({ period, m3, type: "L" as const, assignment: 20 });
  const rules = { average: averageRules, atypical: atypicalRules };
  const atypicalOf = (months: Parameters<typeof judgedMonths>[0]) =>
    judgedMonths(months, rules).flatMap(({ period, exclusion }) => (exclusion === "atypical" ? [period] : []));

  it.each<[string, Parameters<typeof judgedMonths>[0], string[]]>([
    [
      "two atypical months do not lift the average of the second",
      [15, 15, 60, 60].map((m3, at) => read(`2026-0${at + 1}`, m3)),
      ["2026-03", "2026-04"],
    ],
    ["in any order", [60, 60, 15, 15].map((m3, at) => read(`2026-0${4 - at}`, m3)), ["2026-03", "2026-04"]],
    ["without an average before it none is", [read("2026-01", 60), read("2026-02", 15)], []],
    [
      "the printed average serves where the history gives none",
      [{ ...read("2026-01", 60), printedAverage: 15 }],
      ["2026-01"],
    ],
    [
      "one billed by average is judged by its reading",
      [read("2026-01", 15), read("2026-02", 15), { ...read("2026-03", 15), type: "P", measured: 60 }],
      ["2026-03"],
    ],
    [
      "one billed by average without a reading is not judged",
      [read("2026-01", 15), read("2026-02", 15), { ...read("2026-03", 60), type: "P" }],
      [],
    ],
  ])("%s", (_, months, expected) => {
    expect(atypicalOf(months)).toEqual(expected);
  });

  it.each([
    ["2026-09", "2026-10", 1],
    ["2025-12", "2026-01", 1],
    ["2026-10", "2025-10", -12],
  ])("%s to %s is %i months", (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });
});

describe("the words of a judgement", () => {
  it.each([
    [
      62,
      15,
      20,
      "62 m³ contra 15 m³ de promedio más 100 %, que son 30 m³: se cumple",
      "62 m³ contra 40 m³, que son 2 asignaciones de 20 m³: se cumple",
      "es atípico",
    ],
    [
      32,
      15,
      20,
      "32 m³ contra 15 m³ de promedio más 100 %, que son 30 m³: se cumple",
      "32 m³ contra 40 m³, que son 2 asignaciones de 20 m³: no se cumple",
      "no es atípico",
    ],
    [
      50,
      undefined,
      undefined,
      "no hay promedio con qué comparar, y no se cumple",
      "no hay asignación con qué comparar, y no se cumple",
      "no es atípico",
    ],
  ])("%i m³: $3; $4: $5", (measured, average, assignment, first, second, end) => {
    const judgement = judgeConsumption(measured, average, assignment, atypicalRules);
    expect(judgementWords(measured, judgement, atypicalRules)).toEqual([
      "Un consumo es atípico si supera el promedio en más de 100 % y además llega a 2 asignaciones.",
      `Primera condición: ${first}. Segunda condición: ${second}.`,
      `El consumo de ${measured} m³ ${end}.`,
    ]);
  });
});

describe("atypical needs both conditions of the rule", () => {
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
  ])("%i m³: $5", (measured, average, assignment, first, second) => {
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

  it("is judged by the first condition alone if the second is switched off", () => {
    expect(isAtypical(32, 15, 20, { pctOverAverage: 100, minAssignments: 0 })).toBe(true);
  });

  it("takes its percentage from the rules", () => {
    expect(isAtypical(62, 15, 20, { pctOverAverage: 400, minAssignments: 2 })).toBe(false);
  });
});
