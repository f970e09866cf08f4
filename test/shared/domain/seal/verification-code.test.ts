import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import {
  parseVerificationCode,
  verificationCodeBytes,
  verificationCodeOf,
} from "../../../../shared/domain/seal/verification-code.ts";

it.each([
  [0, "0000-0000-0000-0000"],
  [255, "ZZZZ-ZZZZ-ZZZZ-ZZZZ"],
])("ten bytes of %i are %s", (byte, code) => {
  expect(verificationCodeOf(new Uint8Array(10).fill(byte))).toBe(code);
});

it("throws for a number of bytes other than ten", () => {
  expect(() => verificationCodeOf(new Uint8Array(9))).toThrow(RangeError);
});

it("is read back as it was written", () => {
  for (let time = 0; time < 200; time += 1) {
    const code = verificationCodeOf(randomBytes(verificationCodeBytes));
    expect(parseVerificationCode(code)).toBe(code);
  }
});

it.each<[text: string, code: string | undefined, why: string]>([
  ["k7qf 2m9x 4tbd r0za", "K7QF-2M9X-4TBD-R0ZA", "small letters and spaces"],
  ["K7QF2M9X4TBDRoZA", "K7QF-2M9X-4TBD-R0ZA", "a letter O for a zero"],
  ["il11-0000-0000-0000", "1111-0000-0000-0000", "I and L for a one"],
  ["K7QF-2M9X-4TBD-R0Z", undefined, "a sign too few"],
  ["K7QF-2M9X-4TBD-R0ZAA", undefined, "a sign too many"],
  ["U7QF-2M9X-4TBD-R0ZA", undefined, "a letter the alphabet has not"],
  ["", undefined, "nothing"],
])("%j is read or is no code: $2", (text, code) => {
  expect(parseVerificationCode(text)).toBe(code);
});
