import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeOf, parseCode } from "../../../shared/domain/claim-code.ts";

const format = { prefix: "RE", digits: 6 };

describe("a claim's code", () => {
  it("has its year, its number with all its zeros, and a check digit", () => {
    expect(codeOf(format, 2026, 4192)).toMatch(/^RE-2026-004192-\d$/);
  });

  it("refuses a number the format has no room for", () => {
    expect(() => codeOf(format, 2026, 1_000_000)).toThrow(RangeError);
    expect(() => codeOf(format, 2026, -1)).toThrow(RangeError);
    expect(() => codeOf(format, 2026, 1.5)).toThrow(RangeError);
  });

  it.each([
    ["in small letters and with blanks around", (code: string) => ` ${code.toLowerCase()} `],
    ["without dashes", (code: string) => code.replaceAll("-", "")],
    ["with blanks for dashes", (code: string) => code.replaceAll("-", " ")],
    ["with several blanks", (code: string) => code.replaceAll("-", "   ")],
    ["with blanks around its dashes", (code: string) => code.replaceAll("-", " – ")],
    ["with long dashes", (code: string) => code.replaceAll("-", "–")],
  ])("is read %s", (_, write) => {
    const code = codeOf(format, 2026, 4192);
    expect(parseCode(format, write(code))).toBe(code);
  });

  it("is not read with another prefix, fewer digits or nothing", () => {
    for (const text of ["", "RE", "XX-2026-004192-0", "RE-2026-4192-0", "RE-26-004192-0"])
      expect(parseCode(format, text)).toBeUndefined();
  });

  it("catches every wrong digit and every swap of two neighbours", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.nat(10), fc.integer({ min: 1, max: 9 }), (drawn, at, by) => {
        const plain = codeOf(format, 2026, drawn).replaceAll("-", "");
        const place = 2 + (at % 11);
        const digit = Number(plain[place]);
        const wrong = plain.slice(0, place) + ((digit + by) % 10) + plain.slice(place + 1);
        expect(parseCode(format, wrong)).toBeUndefined();
        const [a = "", b = ""] = [plain[place], plain[place + 1]];
        if (b === "" || a === b) return;
        expect(parseCode(format, plain.slice(0, place) + b + a + plain.slice(place + 2))).toBeUndefined();
      }),
    );
  });
});
