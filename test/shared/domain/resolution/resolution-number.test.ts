import { describe, expect, it } from "vitest";
import { placeOfNumber, writtenNumber } from "../../../../shared/domain/resolution/resolution-number.ts";

const series = { office: "MOQ", year: 2026 };

describe("a resolution's number", () => {
  it.each([
    ["{number}-{year}-{office}", 7, "00007-2026-MOQ"],
    ["RES {office} {year}/{number}", 12_345, "RES MOQ 2026/12345"],
    ["{number}", 123_456, "123456"],
  ])("is written as %s and read back", (format, number, written) => {
    expect(writtenNumber(format, series, number)).toBe(written);
    expect(placeOfNumber(format, series, written)).toBe(number);
  });

  it.each([
    ["another year", "00007-2025-MOQ"],
    ["another office", "00007-2026-ILO"],
    ["too few digits", "0007-2026-MOQ"],
    ["no digits", "abcde-2026-MOQ"],
    ["nothing", ""],
  ])("is not read from %s", (_, written) => {
    expect(placeOfNumber("{number}-{year}-{office}", series, written)).toBeUndefined();
  });
});
