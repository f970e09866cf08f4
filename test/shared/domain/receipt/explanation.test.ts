import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Explanation,
  type ExplanationInput,
  type ExplanationRules,
  explainReceipt,
  type Factor,
  type FactorKind,
  factorKinds,
  mainFactor,
} from "../../../../shared/domain/receipt/explanation.ts";
import { type Cents, cents, formatCents } from "../../../../shared/domain/receipt/money.ts";
import { type ConsumptionMonth, exclusions, type Receipt } from "../../../../shared/domain/receipt/receipt.ts";
import { billingTypes, categories, serviceTypes } from "../../../../shared/domain/receipt/tariff.ts";
import { tariffLists } from "../../../../tenants/eps-moquegua/tariffs.ts";
import { examples, list, receipt, sedapal, sedapar, soles } from "./receipt-examples.ts";

const rules: ExplanationRules = {
  average: { n: 6, windowMonths: 12, minN: 2, rounding: "HALF_UP", invalid: exclusions },
  atypical: { pctOverAverage: 100, minAssignments: 2 },
  sameWithinPercent: 10,
};
const flat = { ...list("HUARAL-2025-A1"), code: "HUARAL-FLAT", rangeMode: "flat" as const };
const lists = [...tariffLists.value, sedapar, sedapal, flat];

function explain(
  previous: Receipt | undefined,
  current: Receipt,
  further: Partial<ExplanationInput> = {},
): Explanation {
  return explainReceipt({ current, previous, lists, rules, history: [], assignmentConfirmed: true, ...further });
}

function amountsOf(factors: readonly Factor[]): string[] {
  return factors.map(({ kind, amount }) => `${kind} ${formatCents(amount)}`);
}

describe("from example 3 to example 4: 95.23 to 223.61", () => {
  const explanation = explain(examples.averaged, examples.leak);

  it("is explained by five factors that add up to the céntimo", () => {
    expect(amountsOf(explanation.factors)).toEqual([
      "reading-type 183.76",
      "late-interest -0.42",
      "instalment -12.50",
      "debt -47.46",
      "credit 5.00",
    ]);
    expect(explanation.baseline).toEqual({
      kind: "previous-receipt",
      period: "2026-10",
      m3: 15,
      totalDue: soles("95.23"),
      change: soles("128.38"),
    });
  });

  it("of two readings, says how much is due to the dearer range: 183.76 − 47 × 2.09 × 1.18", () => {
    const read = { ...examples.averaged, billingType: "L", measuredM3: 15 } as const;
    expect(explain(read, examples.leak).factors[0]).toEqual({
      kind: "volume",
      amount: soles("183.76"),
      rangeStep: soles("67.85"),
      from: { m3: 15, billingType: "L" },
      to: { m3: 62, billingType: "L" },
    });
  });

  it("gives the earlier and the present value of a plain difference", () => {
    expect(explanation.factors.at(-1)).toEqual({
      kind: "credit",
      amount: soles("5.00"),
      from: soles("5.00"),
      to: soles("0.00"),
    });
  });

  it("compares the reading with the average", () => {
    expect(explanation).toMatchObject({ m3: 62, average: 15, timesAverageTenths: 41, judgement: "atypical" });
  });
});

describe("a change of one thing is one factor", () => {
  const twenty = receipt({ billedM3: 20 });
  const over33Days = { readingPrevDate: "2026-10-20", readingCurrDate: "2026-11-22" };

  it.each<
    [string, Receipt, Receipt, { kind: FactorKind; amount: string; from: unknown; to: unknown; rangeStep?: Cents }]
  >([
    [
      "another price list",
      receipt({ tariffCode: "HUARAL-2024-A0" }),
      receipt(),
      { kind: "tariff-list", amount: "5.90", from: "HUARAL-2024-A0", to: "HUARAL-2025-A1" },
    ],
    [
      "another category",
      receipt(),
      receipt({ category: "COMERCIAL" }),
      { kind: "category", amount: "73.58", from: "DOMESTICO", to: "COMERCIAL" },
    ],
    [
      "the subsidy granted",
      receipt(),
      receipt({ subsidized: true }),
      { kind: "subsidy", amount: "-2.74", from: false, to: true },
    ],
    [
      "a second unit of use",
      receipt(),
      receipt({ useUnits: 2 }),
      { kind: "use-units", amount: "-4.94", from: 1, to: 2 },
    ],
    [
      "no sewer any more",
      receipt(),
      receipt({ serviceType: "A" }),
      { kind: "service", amount: "-10.06", from: "A/D", to: "A" },
    ],
    [
      "the same use a day over 33 days instead of 30",
      twenty,
      receipt({ billedM3: 22, ...over33Days }),
      { kind: "days", amount: "7.88", from: { days: 30, m3: 20 }, to: { days: 33, m3: 22 } },
    ],
    [
      "from a reading to the assignment",
      receipt(),
      receipt({ billingType: "A", billedM3: 20 }),
      {
        kind: "reading-type",
        amount: "7.88",
        from: { m3: 18, billingType: "L" },
        to: { m3: 20, billingType: "A" },
      },
    ],
    [
      "from a reading to the average",
      receipt(),
      receipt({ billingType: "P", billedM3: 15, averageM3: 15 }),
      {
        kind: "reading-type",
        amount: "-10.35",
        from: { m3: 18, billingType: "L" },
        to: { m3: 15, billingType: "P" },
      },
    ],
    [
      "less use, out of the dearer range",
      receipt({ billedM3: 62 }),
      receipt({ billedM3: 15 }),
      {
        kind: "volume",
        amount: "-183.76",
        rangeStep: soles("1.48"),
        from: { m3: 62, billingType: "L" },
        to: { m3: 15, billingType: "L" },
      },
    ],
    [
      "a taxed item: 10.00 and its IGV",
      receipt(),
      receipt({ otherTaxed: soles("10.00") }),
      { kind: "other-taxed", amount: "11.80", from: soles("0.00"), to: soles("10.00") },
    ],
    [
      "late interest",
      receipt(),
      receipt({ lateInterest: soles("0.42") }),
      { kind: "late-interest", amount: "0.42", from: soles("0.00"), to: soles("0.42") },
    ],
    [
      "an instalment that ended",
      receipt({ instalment: soles("12.50") }),
      receipt(),
      { kind: "instalment", amount: "-12.50", from: soles("12.50"), to: soles("0.00") },
    ],
    [
      "debt of the month before",
      receipt(),
      receipt({ previousDebt: soles("47.46") }),
      { kind: "debt", amount: "47.46", from: soles("0.00"), to: soles("47.46") },
    ],
    [
      "a larger credit takes off",
      receipt({ credit: soles("1.00") }),
      receipt({ credit: soles("5.00") }),
      { kind: "credit", amount: "-4.00", from: soles("1.00"), to: soles("5.00") },
    ],
    [
      "rounding carried",
      receipt({ rounding: soles("-0.03") }),
      receipt({ rounding: soles("0.04") }),
      { kind: "rounding", amount: "0.07", from: soles("-0.03"), to: soles("0.04") },
    ],
    [
      "an import that is not what the list gives",
      { ...receipt(), totalDue: soles("50.19") },
      { ...receipt(), totalDue: soles("50.24") },
      { kind: "list-difference", amount: "0.05", from: soles("-0.01"), to: soles("0.04") },
    ],
  ])("%s", (_, previous, current, { amount, ...factor }) => {
    expect(explain(previous, current).factors).toEqual([{ ...factor, amount: soles(amount) }]);
  });

  it("nothing changed: no factor", () => {
    expect(explain(receipt(), receipt()).factors).toEqual([]);
  });

  it("the same difference from the list on both receipts is no factor", () => {
    const off = { ...receipt(), monthTotal: soles("50.25"), totalDue: soles("50.25") };
    expect(explain(off, off).factors).toEqual([]);
  });
});

describe("the walk", () => {
  it("has a fixed order, each step from the result of the last", () => {
    const previous = receipt({ tariffCode: "HUARAL-2024-A0", previousDebt: soles("20.00") });
    const current = receipt({
      billedM3: 30,
      readingPrevDate: "2026-10-20",
      readingCurrDate: "2026-11-22",
      otherTaxed: soles("10.00"),
      lateInterest: soles("0.42"),
    });
    const { factors } = explain(previous, current);
    expect(factors.map(({ kind }) => kind)).toEqual([
      "tariff-list",
      "days",
      "volume",
      "other-taxed",
      "late-interest",
      "debt",
    ]);
    expect(factors).toContainEqual(expect.objectContaining({ kind: "days", to: { days: 33, m3: 20 } }));
    expect(factors).toContainEqual(expect.objectContaining({ kind: "volume", from: { m3: 20, billingType: "L" } }));
  });

  it.each<[string, Partial<Receipt>, Partial<Receipt>, boolean]>([
    ["both read", {}, {}, true],
    ["before by average, which is of a month", { billingType: "P" }, {}, false],
    ["before by assignment", { billingType: "A" }, {}, false],
    ["now by assignment", {}, { billingType: "A" }, false],
    ["a date before is not known", { readingPrevDate: undefined }, {}, false],
    ["a date now is not known", {}, { readingCurrDate: undefined }, false],
    ["dates the wrong way round", { readingPrevDate: "2026-10-21" }, {}, false],
  ])("counts days only where both volumes were used over them: %s", (_, before, now, counted) => {
    const previous = receipt({ billedM3: 20, ...before });
    const current = receipt({ billedM3: 30, readingPrevDate: "2026-10-20", readingCurrDate: "2026-11-22", ...now });
    expect(explain(previous, current).factors.some(({ kind }) => kind === "days")).toBe(counted);
  });

  it.each([
    ["2026-02-20", "2026-03-20", 28, "a February"],
    ["2028-02-20", "2028-03-20", 29, "of a leap year"],
    ["2100-02-20", "2100-03-20", 28, "2100 is none"],
    ["2026-12-20", "2027-01-20", 31, "over the turn of the year"],
    ["2000-02-29", "2000-03-01", 1, "2000 was one"],
  ])("%s to %s are %i days (%s)", (readingPrevDate, readingCurrDate, days) => {
    const previous = receipt({ billedM3: 300, readingPrevDate: "2026-04-01", readingCurrDate: "2026-05-01" });
    const current = receipt({ billedM3: 500, readingPrevDate, readingCurrDate });
    const factor = explain(previous, current).factors.find(({ kind }) => kind === "days");
    expect(factor).toMatchObject({ from: { days: 30, m3: 300 }, to: { days, m3: 10 * days } });
  });

  const readOrNot = billingTypes.flatMap((was) =>
    billingTypes.flatMap((is) =>
      [undefined, 15, 20].flatMap((averageM3) =>
        [undefined, 40].map(
          (measuredM3) =>
            [
              `${was} to ${is}, average ${averageM3 ?? "none"}, read ${measuredM3 ?? "none"}`,
              was,
              is,
              averageM3,
              measuredM3,
            ] as const,
        ),
      ),
    ),
  );
  it.each(readOrNot)(
    "20 m³ after 18 are a change of use only if both were read: from %s",
    (_, was, is, averageM3, measuredM3) => {
      const over = { readingPrevDate: "2026-10-20", readingCurrDate: "2026-11-22" };
      const current = receipt({ billingType: is, billedM3: 20, averageM3, measuredM3, ...over });
      const { factors, readM3 } = explain(receipt({ billingType: was }), current);
      const both = was === "L" && is === "L";
      expect(factors.map(({ kind }) => kind)).toEqual(both ? ["days"] : ["reading-type"]);
      expect(factors[0]).toMatchObject(
        both ? {} : { from: { m3: 18, billingType: was }, to: { m3: 20, billingType: is }, amount: soles("7.88") },
      );
      expect(readM3).toBe(is === "L" ? undefined : measuredM3);
    },
  );
});

describe("without a previous receipt or a list, it says what is missing", () => {
  it.each<[string, Receipt | undefined, Receipt, unknown]>([
    ["no receipt before", undefined, receipt(), { kind: "none", reason: "previous-receipt-missing" }],
    [
      "this receipt's list",
      receipt(),
      { ...receipt(), tariffCode: "UNKNOWN" },
      { kind: "none", reason: "tariff-list-missing", tariffCode: "UNKNOWN" },
    ],
    [
      "the previous receipt's list",
      { ...receipt(), tariffCode: "OLD" },
      receipt(),
      { kind: "none", reason: "tariff-list-missing", tariffCode: "OLD" },
    ],
  ])("%s", (_, previous, current, baseline) => {
    expect(explain(previous, current)).toMatchObject({ baseline, factors: [], m3: 18, average: 17 });
  });

  it("calls nothing atypical when the list that holds the assignment is missing", () => {
    expect(explain(undefined, { ...examples.leak, tariffCode: "UNKNOWN" }).judgement).toBe("more-than-double");
  });
});

describe("this month against the average", () => {
  const fifteen: ConsumptionMonth[] = ["2026-07", "2026-08", "2026-09"].map((period) => ({
    period,
    m3: 15,
    type: "L",
  }));
  const judged = (fields: Partial<Receipt>, further: Partial<ExplanationInput> = {}) =>
    explain(undefined, receipt({ averageM3: undefined, ...fields }), { history: fifteen, ...further });

  it.each([
    [62, "atypical", 41, "both halves"],
    [40, "atypical", 27, "two assignments exactly"],
    [39, "more-than-double", 26, "under two assignments"],
    [31, "more-than-double", 21, "one more than double"],
    [30, "higher", 20, "double is not more than double"],
    [17, "higher", 11, "13 % more"],
    [16, "about-the-same", 11, "7 % more"],
    [14, "about-the-same", 9, "7 % less"],
    [13, "lower", 9, "13 % less"],
    [0, "lower", 0, "nothing used"],
  ])("%i m³ of 15 is %s, %i tenths (%s)", (billedM3, judgement, timesAverageTenths) => {
    expect(judged({ billedM3 })).toMatchObject({ m3: billedM3, average: 15, judgement, timesAverageTenths });
  });

  it("is judged by the utility's table, which prevails over the figure of the category", () => {
    const assignmentRows = [{ category: "DOMESTICO", m3: 32 }] as const;
    const judgedBy = (further: Partial<ExplanationRules>) =>
      explain(examples.averaged, examples.leak, { rules: { ...rules, ...further } });
    expect(judgedBy({})).toMatchObject({ judgement: "atypical", consumption: { assignment: 20 } });
    expect(judgedBy({ assignmentRows })).toMatchObject({
      consumption: { assignment: 32, overAverage: true, overAssignments: false, atypical: false },
    });
  });

  it("is never called atypical on an assignment that is not confirmed, though both conditions are reported", () => {
    const { judgement, consumption } = judged({ billedM3: 62 }, { assignmentConfirmed: false });
    expect(judgement).toBe("more-than-double");
    expect(consumption).toEqual({
      overAverage: true,
      overAssignments: true,
      atypical: true,
      average: 15,
      assignment: 20,
    });
  });

  it("has an assignment for each unit of use", () => {
    expect(judged({ billedM3: 62, useUnits: 2 })).toMatchObject({
      judgement: "more-than-double",
      consumption: { overAssignments: false, assignment: 40 },
    });
  });

  it("takes the average printed on the receipt where the history gives none", () => {
    expect(judged({ billedM3: 62, averageM3: 20 }, { history: [] })).toMatchObject({
      average: 20,
      judgement: "atypical",
    });
  });

  it("prefers the history's to the printed one", () => {
    expect(judged({ billedM3: 62, averageM3: 60 })).toMatchObject({ average: 15 });
  });

  it("judges the reading even where the average was billed, as after a repaired leak", () => {
    expect(judged({ billingType: "P", billedM3: 15, measuredM3: 62 })).toMatchObject({ m3: 15, judgement: "atypical" });
  });

  it.each<[string, Partial<Receipt>, Partial<ExplanationInput>]>([
    ["no average", {}, { history: [] }],
    ["billed by average: there is no reading", { billingType: "P", measuredM3: undefined }, {}],
    ["billed by assignment", { billingType: "A", measuredM3: undefined }, {}],
  ])("is unknown: %s", (_, fields, further) => {
    expect(judged(fields, further)).toMatchObject({ judgement: "unknown", timesAverageTenths: undefined });
  });

  it("has no multiple of an average of zero", () => {
    const history = fifteen.map((month) => ({ ...month, m3: 0 }));
    expect(judged({ billedM3: 5 }, { history })).toMatchObject({ timesAverageTenths: undefined, average: 0 });
    expect(judged({ billedM3: 0 }, { history })).toMatchObject({ judgement: "about-the-same" });
  });
});

describe("for any two receipts", () => {
  const m3 = fc.integer({ min: 0, max: 3_000 });
  const money = fc.integer({ min: -500_000, max: 5_000_000 }).map(cents);
  const date = fc.constantFrom(undefined, "2026-09-20", "2026-10-20", "2026-10-23", "2026-11-22", "2027-03-01");
  const anyReceipt: fc.Arbitrary<Receipt> = fc
    .record({
      tariffCode: fc.constantFrom(...lists.map(({ code }) => code)),
      category: fc.constantFrom(...categories),
      subsidized: fc.boolean(),
      useUnits: fc.integer({ min: 1, max: 30 }),
      serviceType: fc.constantFrom(...serviceTypes),
      billingType: fc.constantFrom(...billingTypes),
      billedM3: m3,
      measuredM3: fc.option(m3, { nil: undefined }),
      averageM3: fc.option(m3, { nil: undefined }),
      readingPrevDate: date,
      readingCurrDate: date,
      monthTotal: money,
      otherTaxed: money,
      lateInterest: money,
      instalment: money,
      previousDebt: money,
      credit: money,
      rounding: money,
      totalDue: money,
    })
    .map((fields) => ({ ...examples.measured, ...fields }));

  it("the factors add up to the change of the total, in order, none of them zero", () => {
    fc.assert(
      fc.property(anyReceipt, anyReceipt, (previous, current) => {
        const { factors } = explain(previous, current);
        const sum = factors.reduce((total, { amount }) => total + amount, 0);
        expect(sum).toBe(current.totalDue - previous.totalDue);
        const order = factors.map(({ kind }) => factorKinds.indexOf(kind));
        expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b));
        expect(factors.every(({ amount }) => amount !== 0)).toBe(true);
      }),
      { numRuns: 2_000, seed: 20_261_124 },
    );
  });

  it("receipts that are what their lists give leave no difference with the list", () => {
    const listed = fc.constantFrom(...[...tariffLists.value, sedapar, sedapal].map(({ code }) => code));
    const computed = fc.tuple(anyReceipt, listed).map(([fields, tariffCode]) => receipt({ ...fields, tariffCode }));
    fc.assert(
      fc.property(computed, computed, (previous, current) => {
        const { factors } = explain(previous, current);
        expect(factors.some(({ kind }) => kind === "list-difference")).toBe(false);
        expect(factors.reduce((total, { amount }) => total + amount, 0)).toBe(current.totalDue - previous.totalDue);
      }),
      { numRuns: 500, seed: 20_261_124 },
    );
  });
});

describe("the main factor", () => {
  const interest = (amount: string, kind: "late-interest" | "debt" | "credit" = "late-interest"): Factor => ({
    kind,
    amount: soles(amount),
    from: soles("0.00"),
    to: soles("0.00"),
  });

  it("is the one with the largest amount, up or down", () => {
    expect(mainFactor([interest("1.20"), interest("-7.00", "debt"), interest("3.00", "credit")])?.kind).toBe("debt");
  });

  it("is the first of the walk among equal ones", () => {
    expect(mainFactor([interest("-5.00"), interest("5.00", "debt")])?.kind).toBe("late-interest");
  });

  it("is none where there are no factors", () => {
    expect(mainFactor([])).toBeUndefined();
  });
});
