import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeOf, hasCheckDigit, parseCode } from "../../../../shared/domain/claim/claim-code.ts";

const format = { prefix: "RE", digits: 6 };

describe("a claim's code", () => {
  it("has its year, its number with all its zeros, and a check digit", () => {
    expect(codeOf(format, 2026, 4192)).toMatch(/^RE-2026-004192-\d$/);
  });

  it("has Damm's digit over year and number: for his own example, 572, it is 4", () => {
    expect(codeOf({ prefix: "RE", digits: 2 }, 5, 72)).toBe("RE-5-72-4");
  });

  it.each([
    [0, "the first number of a year"],
    [999_999, "the last there is room for"],
  ])("is read as it was written: %i (%s)", (drawn) => {
    const code = codeOf(format, 2026, drawn);
    expect(parseCode(format, code)).toBe(code);
  });

  it.each([
    [1_000_000, "a digit too many"],
    [-1, "less than none"],
    [1.5, "no whole number"],
  ])("refuses a number the format has no room for: %d (%s)", (drawn) => {
    expect(() => codeOf(format, 2026, drawn)).toThrow(new RangeError(`no code for ${drawn}`));
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

  const written = codeOf(format, 2026, 4192);
  it.each([
    ["", "nothing"],
    ["RE", "its prefix alone"],
    [written.replace("RE", "XX"), "another prefix"],
    [`DE ${written}`, "something before it"],
    [`${written} 2`, "something after it"],
    [written.replace("-00", "-"), "fewer digits"],
    [written.replace("2026", "26"), "a short year"],
    [written.slice(0, -1), "no check digit"],
  ])("is not read in %j (%s)", (text) => {
    expect(parseCode(format, text)).toBeUndefined();
  });

  it.each([
    ["RE-2026-004192-0", true],
    ["re 2026 004192 0", true],
    ["RE-2026-004129-0", false],
    ["RE-2026-00412-0", false],
    ["el de mayo", true],
  ])("%j has its check digit, or no digits: %s", (text, has) => {
    expect(hasCheckDigit(text)).toBe(has);
  });

  it("catches every wrong digit and every swap of two neighbours", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.nat(10), fc.integer({ min: 1, max: 9 }), (drawn, at, by) => {
        const plain = codeOf(format, 2026, drawn).replaceAll("-", "");
        const index = 2 + (at % 11);
        const digit = Number(plain[index]);
        const wrong = plain.slice(0, index) + ((digit + by) % 10) + plain.slice(index + 1);
        expect(parseCode(format, wrong)).toBeUndefined();
        const [a = "", b = ""] = [plain[index], plain[index + 1]];
        if (b === "" || a === b) return;
        expect(parseCode(format, plain.slice(0, index) + b + a + plain.slice(index + 2))).toBeUndefined();
      }),
    );
  });
});
