import { describe, expect, it } from "vitest";
import {
  normalizeDocument,
  normalizeReceiptNumber,
  type Payment,
  receiptKey,
  statusOf,
} from "../../../../shared/domain/receipt/receipt.ts";
import { normalizeSupplyCode } from "../../../../shared/domain/supply/supply-code.ts";
import { examples, soles } from "./receipt-examples.ts";

describe("the key of a receipt", () => {
  it("is supply, month and number", () => {
    expect(receiptKey(examples.measured)).toEqual({
      supplyCode: "00012345",
      period: "2026-10",
      number: "S001-00045001",
    });
  });

  it("has eight digits in the number even if the file omits the zeros", () => {
    expect(receiptKey({ ...examples.measured, number: "45001" }).number).toBe("S001-00045001");
  });
});

describe("a supply code as typed", () => {
  it.each([
    ["00012345", "00012345", "as printed"],
    ["12345", "00012345", "without the zeros"],
    [" 123-45 ", "00012345", "blanks and a dash"],
    ["N° 12.345", "00N12345", "a letter stays, the sign goes"],
    ["*00012345*", "00012345", "as a barcode reader gives it"],
    ["123456789", "123456789", "longer than the tenant's: stays, and finds nothing"],
    ["--", "", "no letter or digit: no code, not eight zeros"],
  ])("%j is looked up as %s (%s)", (typed, expected) => {
    expect(normalizeSupplyCode(typed, 8)).toBe(expected);
  });
});

it.each([
  ["00.000.001-k", "00000001K"],
  [" 12 345 678 ", "12345678"],
  ["ñ-", ""],
])("a document number %j counts as %j", (typed, counted) => {
  expect(normalizeDocument(typed)).toBe(counted);
});

describe("a receipt number as typed", () => {
  it.each<[string, string | undefined, string]>([
    ["S001-00045001", "S001-00045001", "as printed"],
    ["s001 45001", "S001-00045001", "small letters, a blank, no zeros"],
    ["S001 - 45001", "S001-00045001", "blanks around the dash"],
    ["S00145001", "S001-00045001", "nothing between: the series is the first four"],
    ["s001-000-45001", "S001-00045001", "a dash too many"],
    ["  S001/45001.", "S001-00045001", "whatever is neither letter nor digit separates"],
    ["F01-7", "F01-00000007", "a series of three, known by its separator"],
    ["001-45001", "001-00045001", "a series of digits, known by its separator"],
    ["1S00145001", undefined, "a digit before its letter"],
    ["45001", undefined, "a serial alone names no receipt"],
    ["00045001", undefined, "not even with its zeros"],
    ["S001-", undefined, "a series alone"],
    ["S001-123456789", undefined, "a serial of nine digits"],
    ["S001-45A01", undefined, "a letter in the serial"],
    ["", undefined, "nothing"],
  ])("%j: $2", (typed, expected) => {
    expect(normalizeReceiptNumber(typed)).toBe(expected);
  });
});

describe("how far payments settle a receipt", () => {
  const paid = (amount: string, fields: Partial<Payment> = {}): Payment => ({
    supplyCode: "00012347",
    receiptNumber: "S001-00045003",
    paidOn: "2026-11-10",
    amount: soles(amount),
    reference: "OP-1",
    ...fields,
  });

  it.each<[string, Payment[], string, string]>([
    ["no payment", [], "PENDING", "0.00"],
    ["a part", [paid("50.00")], "PARTIAL", "50.00"],
    ["two parts that are the whole", [paid("50.00"), paid("45.23")], "PAID", "95.23"],
    ["in cash: three céntimos less are the whole", [paid("95.20")], "PAID", "95.20"],
    ["a céntimo less than the cash total", [paid("95.19")], "PARTIAL", "95.19"],
    ["more than the whole", [paid("100.00")], "PAID", "100.00"],
    ["taken back", [paid("95.23"), paid("-95.23")], "PENDING", "0.00"],
    ["of another receipt", [paid("95.23", { receiptNumber: "S001-00045004" })], "PENDING", "0.00"],
    ["of another supply", [paid("95.23", { supplyCode: "00012345" })], "PENDING", "0.00"],
  ])("%s", (_, payments, status, sum) => {
    expect(statusOf(examples.averaged, payments)).toEqual({ status, paid: soles(sum) });
  });

  it.each([
    ["0.00", "PAID", "nothing is due"],
    ["-3.10", "PAID", "the credit was larger"],
    ["0.05", "PENDING", "due though no coin can pay it"],
  ])("a total of %s without payments is %s (%s)", (totalDue, status) => {
    expect(statusOf({ ...examples.averaged, totalDue: soles(totalDue) }, []).status).toBe(status);
  });
});
