import { describe, expect, it } from "vitest";
import { asksInARow, type LookUpStep, triesNeighbours } from "../../../../shared/domain/receipt/look-up-trail.ts";

const lookUpsOf = (codes: readonly number[], right = true): readonly LookUpStep[] =>
  codes.map((code) => ({ supplyCode: String(code).padStart(8, "0"), right }));
const counted = (from: number, step: number, of: number) => Array.from({ length: of }, (_, at) => from + at * step);
const scattered = (of: number) => Array.from({ length: of }, (_, at) => (at * at * 7_919 + at * 104_729) % 26_000);

describe("supplies searched in sequence", () => {
  it.each<[readonly number[], boolean, string]>([
    [counted(12_345, 1, 9), true, "counted up"],
    [counted(12_345, -1, 9), true, "counted down"],
    [counted(12_345, 3, 9), true, "leaving out two"],
    [counted(12_345, 250, 9), true, "by one same distance"],
    [[1, 2, 3, 900, 4, 5, 6, 7, 8, 9, 10], true, "with another in between"],
    [counted(12_345, 1, 8), false, "a stair of eight"],
    [scattered(32), false, "as many as a source keeps, all over the town"],
    [[], false, "nothing"],
    [[7], false, "one"],
  ])("%j: %s (%s)", (codes, expected) => {
    expect(asksInARow(lookUpsOf(codes))).toBe(expected);
  });

  it("ignores codes that are no numbers", () => {
    expect(asksInARow(Array.from({ length: 30 }, () => ({ supplyCode: "ABC", right: true })))).toBe(false);
  });
});

describe("attempts at neighbouring supplies", () => {
  it.each<[readonly LookUpStep[], boolean, string]>([
    [lookUpsOf(counted(12_345, 1, 5), false), true, "five wrong in a row"],
    [lookUpsOf(counted(12_345, 1, 4), false), false, "four wrong in a row"],
    [lookUpsOf(counted(12_345, 1, 32)), false, "a whole building, all right"],
    [
      counted(1, 1, 5).flatMap((code) => [...lookUpsOf([code], false), ...lookUpsOf([code * 1_777])]),
      true,
      "others in between",
    ],
    [lookUpsOf(scattered(8), false), true, "eight wrong, anywhere"],
    [lookUpsOf(scattered(7), false), false, "seven wrong"],
    [[...lookUpsOf(scattered(8), false), ...lookUpsOf(scattered(9))], false, "eight wrong among more that are right"],
  ])("$2: $1", (steps, expected) => {
    expect(triesNeighbours(steps)).toBe(expected);
  });
});
