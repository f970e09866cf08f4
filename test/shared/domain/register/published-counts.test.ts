import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedCounts } from "../../../../shared/domain/register/published-counts.ts";

describe("the published counts of a table", () => {
  it.each([
    [[20, 6, 1], [20, undefined, undefined], "the next smallest goes with the only small one"],
    [[20, 6, 3, 4], [20, 6, undefined, undefined], "two small ones hide each other"],
    [[20, 6, 1, 1], [20, undefined, undefined, undefined], "two ones would be known to be two ones"],
    [[20, 0, 9], [20, 0, 9], "nobody is no person"],
    [[3], [undefined], "one small one alone"],
    [[], [], "none"],
  ])("%j as %j (%s)", (counts, published) => {
    expect(publishedCounts(counts)).toEqual(published);
  });

  it("give no small count away by their total, unless everything is small", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (counts) => {
        const published = publishedCounts(counts);
        const hidden = counts.filter((_, at) => published[at] === undefined);
        const sum = hidden.reduce((all, count) => all + count, 0);
        const whole = counts.reduce((all, count) => all + count, 0);
        expect(counts.some((count, at) => count > 0 && count < 5 && published[at] !== undefined)).toBe(false);
        expect(hidden.length === 0 || whole < 5 || (hidden.length > 1 && sum > 4)).toBe(true);
      }),
    );
  });
});
