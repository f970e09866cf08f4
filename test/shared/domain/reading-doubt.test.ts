import { describe, expect, it } from "vitest";
import { isOtherMeter, readingDoubt } from "../../../shared/domain/reading-doubt.ts";

describe("a reading beside the last billed one", () => {
  it.each([
    [1063, 20, "below", "less than was billed"],
    [1064, 20, undefined, "the very one"],
    [1304, 20, undefined, "a year of the same use"],
    [1305, 20, "far-above", "more than a year of it"],
    [1304, 2, undefined, "a small use is taken for twenty"],
    [1064 + 12 * 62, 62, undefined, "a year with a leak"],
    [230_147, 62, "far-above", "other digits"],
  ] as const)("%i after a month of %i m³: %s (%s)", (reading, m3, doubt, _why) => {
    expect(readingDoubt(reading, { reading: 1064, m3 })).toBe(doubt);
  });

  it.each([
    ["FX99999999", true, "another number"],
    ["fx-21000240", false, "small letters and a mark"],
    [" FX 21000240 ", false, "blanks"],
    ["21000240", true, "without its letters"],
  ])("the meter «%s» is another than FX21000240: %s (%s)", (seen, isOther) => {
    expect(isOtherMeter(seen, "FX21000240")).toBe(isOther);
  });

  it("takes no zeros before a number of digits for another meter", () => {
    expect(isOtherMeter("0044321", "44321")).toBe(false);
  });
});
