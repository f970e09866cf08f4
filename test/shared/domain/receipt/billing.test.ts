import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  atMarginalPrice,
  type BillInput,
  type BillLine,
  bill,
  checkReceipt,
} from "../../../../shared/domain/receipt/billing.ts";
import { formatCents } from "../../../../shared/domain/receipt/money.ts";
import type { Receipt, ReceiptLine } from "../../../../shared/domain/receipt/receipt.ts";
import { categories, serviceTypes } from "../../../../shared/domain/receipt/tariff.ts";
import { tariffLists } from "../../../../tenants/eps-moquegua/tariffs.ts";
import { examples, list, nothing, price, receipt, sedapal, sedapar, soles } from "./receipt-examples.ts";

const year1 = list("HUARAL-2025-A1");
const flat = { ...year1, rangeMode: "flat" as const };

function billed(input: Partial<BillInput>) {
  return bill({
    list: year1,
    category: "DOMESTICO",
    subsidized: false,
    useUnits: 1,
    serviceType: "A/D",
    billingType: "L",
    billedM3: 18,
    otherTaxed: nothing,
    ...input,
  });
}

function amounts(input: Partial<BillInput>): string {
  const { water, sewer, subtotal, tax, monthTotal } = billed(input);
  return [water, sewer, subtotal, tax, monthTotal].map(formatCents).join(" ");
}

describe("a month's amounts: water, sewer, subtotal, IGV, total", () => {
  it.each<[string, Partial<BillInput>, string]>([
    ["example 1: domestic, 18 m³", {}, "29.92 8.52 42.54 7.66 50.20"],
    ["example 1, subsidised: only the first range's water", { subsidized: true }, "27.60 8.52 40.22 7.24 47.46"],
    ["example 1, water only", { serviceType: "A" }, "29.92 0.00 34.02 6.12 40.14"],
    ["example 2: commercial, 45 m³", { category: "COMERCIAL", billedM3: 45 }, "229.35 65.10 298.55 53.74 352.29"],
    ["example 3: by average, 15 m³", { billingType: "P", billedM3: 15 }, "23.09 6.58 33.77 6.08 39.85"],
    ["example 4: a leak, 62 m³", { billedM3: 62 }, "144.32 41.08 189.50 34.11 223.61"],
    ["social has one range", { category: "SOCIAL", billedM3: 20 }, "29.20 8.40 41.70 7.51 49.21"],
    ["16 m³ are all below the third range", { billedM3: 16 }, "24.72 7.04 35.86 6.45 42.31"],
    [
      "subsidised, assigned 20 m³",
      { subsidized: true, billingType: "A", billedM3: 20 },
      "32.80 10.00 46.90 8.44 55.34",
    ],
    ["industrial, 90 m³", { category: "INDUSTRIAL", billedM3: 90 }, "555.30 157.80 717.20 129.10 846.30"],
    ["state, 120 m³", { category: "ESTATAL", billedM3: 120 }, "770.40 218.40 992.90 178.72 1171.62"],
    ["nothing used: the fixed charge", { billedM3: 0 }, "0.00 0.00 4.10 0.74 4.84"],
    ["8 m³ are all in the first range", { billedM3: 8 }, "11.68 3.36 19.14 3.45 22.59"],
    ["the 9th m³ is in the second", { billedM3: 9 }, "13.31 3.82 21.23 3.82 25.05"],
    ["other taxed items bear IGV", { otherTaxed: soles("10.00") }, "29.92 8.52 52.54 9.46 62.00"],

    ["the list before: rule 4's water of 26.06", { list: list("HUARAL-2024-A0") }, "26.06 7.38 37.54 6.76 44.30"],
    ["the list of year 3", { list: list("HUARAL-2027-A3") }, "33.94 9.62 47.66 8.58 56.24"],
    [
      "year 3, commercial 45 m³",
      { list: list("HUARAL-2027-A3"), category: "COMERCIAL", billedM3: 45 },
      "304.35 86.40 394.85 71.07 465.92",
    ],

    ["two units: each range twice as wide", { useUnits: 2, billedM3: 36 }, "59.84 17.04 80.98 14.58 95.56"],
    ["two units, 17 m³: 8.5 each without a fraction", { useUnits: 2, billedM3: 17 }, "24.99 7.18 36.27 6.53 42.80"],
    ["sewer only: on the assignment of 20", { serviceType: "D", billedM3: 18 }, "0.00 10.00 14.10 2.54 16.64"],
    ["sewer only, two units: 40", { serviceType: "D", useUnits: 2, billedM3: 0 }, "0.00 20.00 24.10 4.34 28.44"],

    ["flat: all 18 m³ at the third price", { list: flat }, "46.80 13.32 64.22 11.56 75.78"],
    ["flat: 16 m³ still at the second", { list: flat, billedM3: 16 }, "26.08 7.36 37.54 6.76 44.30"],
    ["flat, nothing used", { list: flat, billedM3: 0 }, "0.00 0.00 4.10 0.74 4.84"],
    ["flat, two units: 18 m³ are 9 each, second price", { list: flat, useUnits: 2 }, "29.34 8.28 41.72 7.51 49.23"],

    ["SEDAPAR, domestic 30 m³", { list: sedapar, billedM3: 30 }, "66.00 24.90 94.61 17.03 111.64"],
    [
      "SEDAPAR, subsidised: 10 × 1.0164 = 10.164",
      { list: sedapar, subsidized: true, billedM3: 30 },
      "64.06 24.90 92.67 16.68 109.35",
    ],
    [
      "SEDAPAR, social: one price however much",
      { list: sedapar, category: "SOCIAL", billedM3: 30 },
      "36.30 13.20 53.21 9.58 62.79",
    ],
    ["SEDAPAL, domestic 25 m³", { list: sedapal, billedM3: 25 }, "61.70 38.50 106.52 19.17 125.69"],
    [
      "SEDAPAL, subsidised: sewer too",
      { list: sedapal, subsidized: true, billedM3: 25 },
      "58.90 33.70 98.92 17.81 116.73",
    ],
  ])("%s", (_, input, expected) => {
    expect(amounts(input)).toBe(expected);
  });

  it("shows its lines by range", () => {
    const line = (
      concept: "AGUA" | "ALCANTARILLADO",
      range: string,
      m3: number,
      unit: string,
      amount: string,
    ): BillLine => ({
      concept,
      range,
      m3,
      unitPrice: price(unit),
      amount: soles(amount),
    });
    expect(billed({}).lines).toEqual([
      line("AGUA", "0-8", 8, "1.46", "11.68"),
      line("AGUA", "8-16", 8, "1.63", "13.04"),
      line("AGUA", ">16", 2, "2.60", "5.20"),
      line("ALCANTARILLADO", "0-8", 8, "0.42", "3.36"),
      line("ALCANTARILLADO", "8-16", 8, "0.46", "3.68"),
      line("ALCANTARILLADO", ">16", 2, "0.74", "1.48"),
      { concept: "CARGO_FIJO", amount: soles("4.10") },
    ]);
  });

  it("rounds a fixed charge of three decimals once", () => {
    expect(billed({ list: { ...year1, fixedCharge: price("4.193") } }).fixedCharge).toBe(soles("4.19"));
  });
});

describe("what always holds", () => {
  const anyInput = fc.record({
    list: fc.constantFrom(...tariffLists.value, flat, sedapar, sedapal),
    category: fc.constantFrom(...categories),
    subsidized: fc.boolean(),
    useUnits: fc.integer({ min: 1, max: 40 }),
    serviceType: fc.constantFrom(...serviceTypes),
    billedM3: fc.integer({ min: 0, max: 5_000 }),
  });

  it("every m³ is in exactly one water line", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const water = billed(input).lines.flatMap((line) => (line.concept === "AGUA" ? [line.m3] : []));
        expect(water.reduce((sum, m3) => sum + m3, 0)).toBe(input.serviceType === "D" ? 0 : input.billedM3);
        expect(water.every((m3) => m3 > 0)).toBe(true);
      }),
    );
  });

  it("units that use the same are each in the ranges of one alone", () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 0, max: 200 }), (input, each) => {
        const one = billed({ ...input, useUnits: 1, billedM3: each });
        const all = billed({ ...input, billedM3: each * input.useUnits });
        const volumes = (lines: readonly BillLine[], times: number) =>
          lines.map((line) => ("m3" in line ? [line.concept, line.range, line.m3 * times] : line.concept));
        expect(volumes(all.lines, 1)).toEqual(volumes(one.lines, input.useUnits));
      }),
    );
  });
});

describe("m³ at the price of the range a volume ends in, IGV included", () => {
  it.each<[string, Partial<BillInput>, number, string]>([
    ["15 m³ end in the second range: 47 × 2.09 = 98.23", { billedM3: 15 }, 47, "115.91"],
    ["8 m³ end in the first", { billedM3: 8 }, 1, "2.22"],
    ["nothing used: the first", { billedM3: 0 }, 1, "2.22"],
    ["fewer m³ take off", { billedM3: 62 }, -47, "-185.24"],
    ["water only", { billedM3: 15, serviceType: "A" }, 10, "19.23"],
    ["sewer only does not depend on the volume", { billedM3: 15, serviceType: "D" }, 10, "0.00"],
    ["subsidised", { billedM3: 5, subsidized: true }, 1, "1.88"],
    ["flat: the range all m³ are priced by", { list: flat, billedM3: 18 }, 1, "3.94"],
  ])("%s", (_, input, m3, expected) => {
    const whole = { list: year1, category: "DOMESTICO", subsidized: false, useUnits: 1, serviceType: "A/D" } as const;
    expect(
      formatCents(atMarginalPrice({ ...whole, billingType: "L", billedM3: 0, otherTaxed: nothing, ...input }, m3)),
    ).toBe(expected);
  });
});

describe("the check on import", () => {
  const found = (changes: Partial<Receipt>, from: Receipt = examples.measured) =>
    checkReceipt({ ...from, ...changes }, year1).map(
      ({ against, severity, field, line, imported, computed }) =>
        `${severity}: ${field}${line ? ` ${line}` : ""} ${formatCents(imported)}, by ${against} ${formatCents(computed)}`,
    );

  it.each(Object.entries(examples))("finds nothing in the domain file's %s receipt", (_, example) => {
    expect(found({}, example)).toEqual([]);
  });

  it.each<[string, Partial<Receipt>, string[]]>([
    [
      "three lines may each be a céntimo off",
      { waterAmount: soles("29.95"), subtotal: soles("42.57"), monthTotal: soles("50.23"), totalDue: soles("50.23") },
      [],
    ],
    [
      "more than that warns",
      { waterAmount: soles("29.96"), subtotal: soles("42.58"), monthTotal: soles("50.24"), totalDue: soles("50.24") },
      ["warning: waterAmount 29.96, by list 29.92"],
    ],
    [
      "the fixed charge is one line",
      { fixedCharge: soles("4.12"), subtotal: soles("42.56"), monthTotal: soles("50.22"), totalDue: soles("50.22") },
      ["warning: fixedCharge 4.12, by list 4.10"],
    ],
    [
      "the tax is compared with the receipt's own subtotal",
      { taxAmount: soles("7.68"), monthTotal: soles("50.22"), totalDue: soles("50.22") },
      ["warning: taxAmount 7.68, by list 7.66"],
    ],
    [
      "0.05 in the month's total is no error yet",
      { taxAmount: soles("7.71"), monthTotal: soles("50.25"), totalDue: soles("50.25") },
      ["warning: taxAmount 7.71, by list 7.66"],
    ],
    [
      "what is wrong in the water is not said again of its tax",
      {
        waterAmount: soles("39.92"),
        subtotal: soles("52.54"),
        taxAmount: soles("9.46"),
        monthTotal: soles("62.00"),
        totalDue: soles("62.00"),
      },
      ["warning: waterAmount 39.92, by list 29.92", "error: monthTotal 62.00, by list 50.20"],
    ],
    [
      "a month's total 0.06 off is put aside",
      { taxAmount: soles("7.72"), monthTotal: soles("50.26"), totalDue: soles("50.26") },
      ["warning: taxAmount 7.72, by list 7.66", "error: monthTotal 50.26, by list 50.20"],
    ],
    [
      "a subtotal that is not its parts, by a céntimo",
      { subtotal: soles("42.55"), monthTotal: soles("50.21"), totalDue: soles("50.21") },
      ["error: subtotal 42.55, by sum 42.54"],
    ],
    [
      "a month's total that is not subtotal and tax",
      { monthTotal: soles("50.21"), totalDue: soles("50.21") },
      ["error: monthTotal 50.21, by sum 50.20"],
    ],
    ["a total that forgets the debt", { previousDebt: soles("47.46") }, ["error: totalDue 50.20, by sum 97.66"]],
    ["a credit is subtracted", { credit: soles("5.00"), totalDue: soles("45.20") }, []],
    ["rounding up to 0.09, either sign", { rounding: soles("-0.09"), totalDue: soles("50.11") }, []],
    [
      "rounding beyond",
      { rounding: soles("0.10"), totalDue: soles("50.30") },
      ["warning: rounding 0.10, by list 0.00"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });

  it("checks against the list named on the receipt: prices of another month are errors", () => {
    const old = receipt({ tariffCode: "HUARAL-2024-A0" });
    expect(checkReceipt(old, list("HUARAL-2024-A0"))).toEqual([]);
    expect(found({}, old)).toContain("error: monthTotal 44.30, by list 50.20");
  });

  const water = (...amountsOfLines: string[]): ReceiptLine[] =>
    amountsOfLines.map((amount, at) => ({
      order: amountsOfLines.length - at,
      conceptCode: "AGUA",
      label: "AGUA POTABLE",
      amount: soles(amount),
      taxed: true,
    }));

  it.each([
    ["in their order, whatever the order of the file", ["5.20", "13.04", "11.68"], []],
    ["a céntimo off is borne", ["5.20", "13.05", "11.67"], []],
    ["two are not", ["5.20", "13.06", "11.68"], ["warning: waterAmount 2 13.06, by list 13.04"]],
    ["a line too few", ["13.04", "11.68"], ["warning: waterAmount 3 0.00, by list 5.20"]],
    ["a line too many", ["1.00", "5.20", "13.04", "11.68"], ["warning: waterAmount 4 1.00, by list 0.00"]],
  ])("compares lines one by one if the receipt has them: %s", (_, lines, expected) => {
    expect(found({ lines: water(...lines) })).toEqual(expected);
  });
});
