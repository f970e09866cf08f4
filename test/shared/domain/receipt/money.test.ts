import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addCents,
  cashTotal,
  cents,
  divideHalfUp,
  formatCents,
  formatPrice,
  isCents,
  isPrice,
  parseCents,
  parsePrice,
  printedCents,
  readSoles,
  subtractCents,
  taxHalfUp,
  timesHalfUp,
} from "../../../../shared/domain/receipt/money.ts";
import { price, soles } from "./receipt-examples.ts";

describe("amounts in decimal strings", () => {
  it.each([
    ["29.92", 2992, "two decimals"],
    ["12", 1200, "no decimals"],
    ["12.5", 1250, "one decimal is tenths"],
    ["-0.42", -42, "a rounding line has either sign"],
    ["0.00", 0, "zero"],
    ["007.10", 710, "leading zeros of a fixed-width file"],
    ["9999999999.99", 999_999_999_999, "the widest decimal(12,2)"],
  ])("reads %s as %i céntimos (%s)", (text, expected) => {
    expect(parseCents(text)).toBe(expected);
  });

  it("reads minus zero as zero, so that equal amounts are equal values", () => {
    expect(Object.is(parseCents("-0.00"), 0)).toBe(true);
  });

  it.each([
    ["", "nothing"],
    ["NA", "a text"],
    ["1.005", "three decimals"],
    ["1,234.50", "a thousands mark"],
    ["12,50", "a decimal comma"],
    [".50", "no whole part"],
    ["12.", "no fraction after the point"],
    ["+1.00", "a plus"],
    ["--1", "two signs"],
    ["1e3", "an exponent"],
    ["0x10", "a hexadecimal number"],
    [" 1.00", "a blank before it: trimming is the reader's"],
    ["1.00\n", "a line end"],
    ["１.00", "a full-width digit"],
    ["10000000000.00", "wider than decimal(12,2)"],
  ])("refuses %j (%s)", (text) => {
    expect(parseCents(text)).toBeUndefined();
  });

  it.each([
    [2992, "29.92"],
    [-42, "-0.42"],
    [5, "0.05"],
    [0, "0.00"],
    [-12_345, "-123.45"],
  ])("writes %i céntimos as %s", (amount, expected) => {
    expect(formatCents(cents(amount))).toBe(expected);
  });

  it.each([
    [117_162, "1,171.62"],
    [-123_456_789, "-1,234,567.89"],
    [99_999, "999.99"],
  ])("prints %i céntimos as %s", (amount, expected) => {
    expect(printedCents(cents(amount))).toBe(expected);
  });

  it("reads back every amount it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (amount) => {
        expect(parseCents(formatCents(cents(amount)))).toBe(amount);
      }),
    );
  });
});

describe("prices", () => {
  it.each([
    ["1.46", 14_600, "1.46", "two decimals"],
    ["1.325", 13_250, "1.325", "three, as in the list before"],
    ["1.0164", 10_164, "1.0164", "four, as SEDAPAR's subsidised price"],
    ["1.4600", 14_600, "1.46", "as file B prints it"],
    ["2", 20_000, "2.00", "whole soles"],
    ["0.0001", 1, "0.0001", "the smallest"],
  ])("reads %s as %i and writes it %s", (text, expected, written) => {
    expect(parsePrice(text)).toBe(expected);
    expect(formatPrice(price(text))).toBe(written);
  });

  it.each(["", "-1.46", "1.46000", "1234567", "1,46", "S/ 1.46"])("refuses %j", (text) => {
    expect(parsePrice(text)).toBeUndefined();
  });
});

describe("whole units only", () => {
  it.each([29.92, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    "an amount that is no whole number is a bug, not money (%#)",
    (amount) => {
      expect(() => cents(amount)).toThrow(RangeError);
      expect(isCents(amount)).toBe(false);
      expect(isPrice(amount)).toBe(false);
    },
  );

  it.each([
    [1, true, true],
    [-1, true, false],
    ["1", false, false],
    [undefined, false, false],
  ])("whether a value is money and a price: $1, $2 (%#)", (value, money, unitPrice) => {
    expect(isCents(value)).toBe(money);
    expect(isPrice(value)).toBe(unitPrice);
  });

  it("adds and subtracts", () => {
    expect(addCents(soles("0.10"), soles("0.20"), soles("-0.05"))).toBe(25);
    expect(addCents()).toBe(0);
    expect(subtractCents(soles("39.85"), soles("223.61"))).toBe(-18_376);
  });
});

describe("half up, away from zero", () => {
  it.each([
    ["1.325", 5, "6.63", "6.625: binary and half-even give 6.62"],
    ["1.46", 8, "11.68", "exact"],
    ["1.414", 8, "11.31", "11.312 rounds down"],
    ["2.076", 2, "4.15", "4.152 rounds down"],
    ["0.005", 1, "0.01", "exactly half a céntimo"],
    ["0.0049", 1, "0.00", "just under half"],
    ["0.005", -1, "-0.01", "half of a fall goes away from zero too"],
    ["4.193", 1, "4.19", "a fixed charge of three decimals"],
    ["2.60", 0, "0.00", "no volume"],
  ])("%s × %i m³ = %s (%s)", (unitPrice, m3, expected) => {
    expect(timesHalfUp(price(unitPrice), m3)).toBe(soles(expected));
  });

  it.each([
    ["10.25", 1800, "1.85", "1.845: binary and half-even give 1.84"],
    ["42.54", 1800, "7.66", "7.6572"],
    ["33.77", 1800, "6.08", "6.0786"],
    ["298.55", 1800, "53.74", "53.7390"],
    ["-10.25", 1800, "-1.85", "a credit's tax, away from zero"],
    ["10.00", 0, "0.00", "no tax"],
  ])("tax on %s at %i basis points = %s (%s)", (base, rate, expected) => {
    expect(taxHalfUp(soles(base), rate)).toBe(soles(expected));
  });

  it("is the exact quotient's rounding for every price and volume", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 100_000 }), (unitPrice, m3) => {
        const exact = (BigInt(unitPrice) * BigInt(m3) * 2n + 100n) / 200n;
        expect(divideHalfUp(unitPrice * m3, 100)).toBe(Number(exact));
      }),
    );
  });

  it("refuses a product that binary numbers cannot hold", () => {
    expect(() => timesHalfUp(price("999999.9999"), 1_000_000)).toThrow(RangeError);
  });
});

describe("cash, in the consumer's favour", () => {
  it.each([
    ["95.23", "95.20", "example 3"],
    ["47.46", "47.40", "the domain file's second"],
    ["0.09", "0.00", "less than the smallest coin"],
    ["50.20", "50.20", "nothing to round"],
    ["-0.42", "-0.50", "a refund is rounded to more"],
  ])("%s is paid with %s (%s)", (amount, expected) => {
    expect(cashTotal(soles(amount))).toBe(soles(expected));
  });
});

describe("amounts as people write them", () => {
  it.each<[string, number | undefined, string]>([
    ["58.90", 5_890, "as printed"],
    ["58,90", 5_890, "with a comma"],
    ["58.9", 5_890, "one decimal"],
    ["58", 5_800, "none"],
    ["S/ 58.90", 5_890, "with the currency"],
    ["S/58.90", 5_890, "with nothing between"],
    ["s/. 58,90 ", 5_890, "as it was written once"],
    ["1,234.50", 123_450, "thousands by a comma"],
    ["1.234,50", 123_450, "thousands by a point"],
    ["1 234.50", 123_450, "thousands by a blank"],
    ["1,234", 123_400, "thousands and no decimals"],
    ["0.00", 0, "nothing to pay"],
    ["", undefined, "nothing"],
    ["S/", undefined, "the currency alone"],
    ["-5.00", undefined, "less than nothing"],
    ["58.9012", undefined, "four decimals"],
    ["12.34.5", undefined, "two points"],
    ["1e3", undefined, "no amount"],
    ["cincuenta", undefined, "a word"],
  ])("%j: $2", (text, expected) => {
    expect(readSoles(text)).toBe(expected);
  });
});
