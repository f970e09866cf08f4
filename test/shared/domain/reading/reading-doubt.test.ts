import { describe, expect, it } from "vitest";
import { isOtherMeter, readingDoubt } from "../../../../shared/domain/reading/reading-doubt.ts";

describe("a reading beside the last billed one", () => {
  it.each([
    [1063, 20, "less than was billed", "below"],
    [1064, 20, "the very one", undefined],
    [1304, 20, "a year of the same use", undefined],
    [1305, 20, "more than a year of it", "far-above"],
    [1304, 2, "a small use is taken for twenty", undefined],
    [1064 + 12 * 62, 62, "a year with a leak", undefined],
    [230_147, 62, "other digits", "far-above"],
  ] as const)("%i after a month of %i m³ is judged: %s", (reading, m3, _why, doubt) => {
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
