import { describe, expect, it } from "vitest";
import { numberOf } from "../../web/desk/typed.ts";

describe("a number typed on the desk", () => {
  it.each([
    ["1050", "plain", 1050],
    ["1,050", "as receipts print thousands: read as 1.05, an acta said so, signed", 1050],
    ["2 291", "with a space between thousands", 2291],
    ["1,234,567.5", "thousands and decimals", 1_234_567.5],
    ["1310,5", "a decimal comma", 1310.5],
    ["1310.125", "a decimal point", 1310.125],
    ["1310,125", "three decimals behind more than three digits", 1310.125],
    ["0,125", "less than one", 0.125],
    [" 7 ", "spaces around", 7],
    ["", "nothing", undefined],
    ["doce", "words", Number.NaN],
  ])("«%s» is read: %s", (typed, _, number) => {
    expect(numberOf(typed)).toBe(number);
  });
});
