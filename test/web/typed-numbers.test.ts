import { describe, expect, it } from "vitest";
import { numberOf } from "../../web/desk/typed.ts";

describe("a number typed on the desk", () => {
  it.each([
    ["1050", 1050, "plain"],
    ["1,050", 1050, "as receipts print thousands: read as 1.05, an acta said so, signed"],
    ["2 291", 2291, "with a space between thousands"],
    ["1,234,567.5", 1_234_567.5, "thousands and decimals"],
    ["1310,5", 1310.5, "a decimal comma"],
    ["1310.125", 1310.125, "a decimal point"],
    ["1310,125", 1310.125, "three decimals behind more than three digits"],
    ["0,125", 0.125, "less than one"],
    [" 7 ", 7, "spaces around"],
    ["", undefined, "nothing"],
    ["doce", Number.NaN, "words"],
  ])("«%s» is %s (%s)", (typed, number, _why) => {
    expect(numberOf(typed)).toBe(number);
  });
});
