import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstOfLists } from "../../../../functions/casework/work/first-of-lists.ts";

/** Lists of places as a store has them, and how many rows of each were read. */
function stored(lists: readonly (readonly string[])[]) {
  const read = lists.map(() => 0);
  const readers = lists.map((places, at) => async (rows: number, after: string | undefined) => {
    const found = places
      .toSorted()
      .filter((place) => after === undefined || place > after)
      .slice(0, rows);
    read[at] = (read[at] ?? 0) + found.length;
    return found.map((place) => ({ place }));
  });
  return { readers, read };
}

describe("the first of several lists", () => {
  it("is what all of them read whole would give", async () => {
    const place = fc.integer({ min: 0, max: 400 }).map((at) => String(at).padStart(3, "0"));
    const lists = fc
      .uniqueArray(fc.tuple(place, fc.integer({ min: 0, max: 4 })), { maxLength: 120, selector: ([at]) => at })
      .map((rows) => [0, 1, 2, 3, 4].map((list) => rows.filter(([, on]) => on === list).map(([at]) => at)));
    await fc.assert(
      fc.asyncProperty(lists, fc.integer({ min: 1, max: 50 }), fc.option(place), async (all, limit, from) => {
        const after = from ?? undefined;
        const rows = await firstOfLists(stored(all).readers, limit, after);
        const whole = all.flat().toSorted();
        const expected = whole.filter((one) => after === undefined || one > after).slice(0, limit);
        expect(rows.map((row) => row.place)).toEqual(expected);
      }),
    );
  });

  it("reads on only the lists that may have an earlier row, and of each other one its share", async () => {
    const days = (from: number, count: number) => Array.from({ length: count }, (_, at) => String(from + at));
    const { readers, read } = stored([days(1000, 100), ...Array.from({ length: 9 }, () => days(5000, 100))]);
    expect(await firstOfLists(readers, 50, undefined)).toHaveLength(50);
    expect(read).toEqual([75, ...Array.from({ length: 9 }, () => 5)]);
  });
});
