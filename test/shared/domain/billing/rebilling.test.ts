import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rebill, rebillWithoutCharge } from "../../../../shared/domain/billing/rebilling.ts";
import { addCents, cents, formatCents } from "../../../../shared/domain/receipt/money.ts";
import { categories, serviceTypes } from "../../../../shared/domain/receipt/tariff.ts";
import { examples, list, receipt, soles } from "../receipt/receipt-examples.ts";

const huaral = list("HUARAL-2025-A1");
const nothing = cents(0);

const changesOf = ({ concepts }: ReturnType<typeof rebill>) =>
  concepts.map(({ concept, before, after }) => `${concept} ${formatCents(before)} ${formatCents(after)}`);

describe("example 4 left at the average: 62 m³ to 15", () => {
  const result = () => rebill(examples.leak, huaral, 15, nothing);

  it("gives old and new amounts by concept, and keeps the fixed charge", () => {
    expect(changesOf(result())).toEqual([
      "AGUA 144.32 23.09",
      "ALCANTARILLADO 41.08 6.58",
      "CARGO_FIJO 4.10 4.10",
      "OTROS 0.00 0.00",
      "IGV 34.11 6.08",
    ]);
  });

  it("is 39.85 instead of 223.61: a credit note of 183.76, its IGV apart", () => {
    const { before, after, creditNote } = result();
    expect([formatCents(before.monthTotal), formatCents(after.monthTotal)]).toEqual(["223.61", "39.85"]);
    expect(creditNote).toEqual({
      receiptNumber: "S001-00045004",
      base: soles("155.73"),
      tax: soles("28.03"),
      total: soles("183.76"),
    });
  });

  it("is said in sentences", () => {
    expect(result().explanation).toEqual([
      "El recibo de octubre de 2026 pasa de 62 m³ a 15 m³ y de S/ 223.61 a S/ 39.85: agua potable de S/ 144.32 a S/ 23.09; alcantarillado de S/ 41.08 a S/ 6.58; IGV de S/ 34.11 a S/ 6.08. Los demás conceptos no cambian.",
      "Se emite una nota de crédito por S/ 183.76: S/ 155.73 más IGV de S/ 28.03.",
      "Queda por pagar S/ 39.85.",
    ]);
  });

  it.each([
    ["nothing was paid", "0.00", "0.00", "39.85"],
    ["a part was", "20.00", "0.00", "19.85"],
    ["exactly the new total", "39.85", "0.00", "0.00"],
    ["all of the old one", "223.61", "183.76", "0.00"],
    ["in cash, rounded down", "223.60", "183.75", "0.00"],
  ])("when %s", (_, paid, overpaid, owed) => {
    const { settlement } = rebill(examples.leak, huaral, 15, soles(paid));
    expect([formatCents(settlement.overpaid), formatCents(settlement.owed)]).toEqual([overpaid, owed]);
  });

  it("explains what is refunded", () => {
    expect(rebill(examples.leak, huaral, 15, soles("223.61")).explanation.at(-1)).toBe(
      "Como ya se pagaron S/ 223.61, se devuelven o se abonan en los próximos recibos S/ 183.76, más los intereses que correspondan.",
    );
  });
});

describe("the other worked examples", () => {
  it.each([
    ["example 1 at 16 m³", examples.measured, 16, "42.31", "7.89"],
    ["example 1 at 0 m³: the fixed charge and its IGV", examples.measured, 0, "4.84", "45.36"],
    ["example 1 at its own 18 m³", examples.measured, 18, "50.20", undefined],
    ["example 1 at more than it was", examples.measured, 40, "50.20", undefined],
    // 30 × 4.36 + 30 × 1.24 + 4.10 = 172.10, IGV 30.978
    ["example 2 at the first range alone", examples.commercial, 30, "203.08", "149.21"],
    // 8 × 1.46 + 0.42 × 8 + 4.10 = 19.14, IGV 3.4452
    ["example 3 at 8 m³, its debt apart", examples.averaged, 8, "22.59", "17.26"],
    // 8 × 1.17 + 8 × 1.63 + 3.36 + 3.68 + 4.10 = 33.54, IGV 6.0372
    ["subsidised, assigned 20 m³, at 16", examples.assigned, 16, "39.58", "15.76"],
    // Water alone: 15 m³ are 23.09 + 4.10 = 27.19, IGV 4.8942; of 18 m³ it was 40.14.
    ["water alone", receipt({ serviceType: "A" }), 15, "32.08", "8.06"],
  ] as const)("%s", (_, given, m3, total, credit) => {
    const result = rebill(given, huaral, m3, nothing);
    expect(formatCents(result.after.monthTotal)).toBe(total);
    expect(result.creditNote && formatCents(result.creditNote.total)).toBe(credit);
  });

  it("keeps debt, interest and instalment in what is due: 95.23 less 17.26", () => {
    expect(formatCents(rebill(examples.averaged, huaral, 8, nothing).settlement.totalDue)).toBe("77.97");
  });

  it("keeps items that were not claimed as billed", () => {
    const billed = { ...receipt({ billedM3: 62, otherTaxed: soles("35.00") }), fixedCharge: soles("9.99") };
    expect(changesOf(rebill(billed, huaral, 15, nothing)).slice(2, 4)).toEqual([
      "CARGO_FIJO 9.99 9.99",
      "OTROS 35.00 35.00",
    ]);
  });

  it("never raises an imported amount below its list to the list", () => {
    const cheap = { ...examples.leak, sewerAmount: soles("5.00"), subtotal: soles("153.42") };
    expect(changesOf(rebill(cheap, huaral, 15, nothing))[1]).toBe("ALCANTARILLADO 5.00 5.00");
  });

  it("keeps a receipt that does not change exactly as imported", () => {
    const odd = { ...examples.measured, taxAmount: soles("7.60"), monthTotal: soles("50.14") };
    expect(rebill(odd, huaral, 18, nothing)).toMatchObject({ after: { monthTotal: 5014 } });
    const dear = { ...examples.measured, taxAmount: soles("7.70"), monthTotal: soles("50.24") };
    expect(rebill(dear, huaral, 18, nothing)).toMatchObject({ after: { monthTotal: 5024 } });
  });

  it("explains that nothing changes", () => {
    expect(rebill(examples.measured, huaral, 18, nothing).explanation).toEqual([
      "El recibo de octubre de 2026 queda como se facturó: 18 m³ y S/ 50.20.",
    ]);
  });

  it("drops the other items and their IGV if those were disputed", () => {
    const charged = receipt({ otherTaxed: soles("35.00") });
    const result = rebillWithoutCharge(charged, huaral, nothing);
    // 35.00 and 18 % of it
    expect(result.creditNote).toMatchObject({ base: soles("35.00"), tax: soles("6.30"), total: soles("41.30") });
    expect(changesOf(result).slice(2, 4)).toEqual(["CARGO_FIJO 4.10 4.10", "OTROS 35.00 0.00"]);
  });
});

it("keeps other items that are a discount: without them the month would be dearer", () => {
  const discounted = receipt({ otherTaxed: cents(-500) });
  const { concepts, creditNote } = rebillWithoutCharge(discounted, huaral, nothing);
  expect(concepts.map(({ difference }) => difference)).toEqual([0, 0, 0, 0, 0]);
  expect(creditNote).toBeUndefined();
});

it("never raises a concept, adds up to the céntimo, and refunds no more than was overpaid", () => {
  const input = fc.record({
    category: fc.constantFrom(...categories),
    serviceType: fc.constantFrom(...serviceTypes),
    useUnits: fc.integer({ min: 1, max: 4 }),
    billedM3: fc.nat({ max: 400 }),
    otherTaxed: fc.nat({ max: 9999 }).map(cents),
  });
  fc.assert(
    fc.property(input, fc.nat({ max: 500 }), fc.nat({ max: 400_000 }), (fields, m3, paid) => {
      const given = receipt(fields);
      const result = rebill(given, huaral, m3, cents(paid));
      const { concepts, before, after, creditNote, settlement } = result;
      for (const { difference } of concepts) expect(difference).toBeGreaterThanOrEqual(0);
      expect(addCents(...concepts.map((each) => each.before))).toBe(before.monthTotal);
      expect(addCents(...concepts.map((each) => each.after))).toBe(after.monthTotal);
      expect(creditNote?.total ?? 0).toBe(before.monthTotal - after.monthTotal);
      expect(creditNote ? creditNote.base + creditNote.tax : 0).toBe(creditNote?.total ?? 0);
      expect(settlement.overpaid - settlement.owed).toBe(paid - settlement.totalDue);
      expect(Math.min(settlement.overpaid, settlement.owed)).toBe(0);
    }),
  );
});
