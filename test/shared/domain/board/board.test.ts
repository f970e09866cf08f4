import { expect, it } from "vitest";
import { type BoardNumber, boardOf, countBehind } from "../../../../shared/domain/board/board.ts";

/**
 * What two claims add to a month: one with a visit, one with two of which one was frustrated, and its second decision.
 */
const claims = [
  { "filed-web": 1, "filed-type-F01": 1, visits: 1 },
  { visits: 2, frustrated: 1, "tribunal-back-to-resolution": 1, "tribunal-confirmed": 1, "lost-by-late": 1 },
];
const month = {
  "filed-web": 1,
  "filed-type-F01": 1,
  visits: 3,
  frustrated: 1,
  "tribunal-back-to-resolution": 1,
  "tribunal-confirmed": 1,
  "lost-by-late": 1,
};

it.each<readonly [BoardNumber, number]>([
  ["filed", boardOf(month).filed.total],
  ["visits", boardOf(month).visits],
  ["made", boardOf(month).visits - boardOf(month).frustrated],
  ["frustrated", boardOf(month).frustrated],
  ["tribunal", boardOf(month).tribunal.reduce((sum, { count }) => sum + count, 0)],
  ["lost", 1],
  ["withdrawn", 0],
])("the claims behind %s add up to it", (number, total) => {
  const counts = claims.map((own) => countBehind(own, number as never, {}));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
});

it("a claim counts once for each decision of the tribunal in the month", () => {
  expect(claims.map((own) => countBehind(own, "tribunal", {}))).toEqual([0, 2]);
  expect(claims.map((own) => countBehind(own, "tribunal", { result: "confirmed" }))).toEqual([0, 1]);
});
