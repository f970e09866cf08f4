import { expect, it } from "vitest";
import { flipBits } from "./byte-flip.ts";

it("a bit flipped in any file or entry is named, and nothing else is", async () => {
  const { files, entries, named, missed, without } = await flipBits({ cases: 6, seed: 20_261_125 });
  expect(missed).toEqual([]);
  expect(named).toBe(files + entries);
  expect(files + entries).toBeGreaterThan(120);
  // Each check is needed: without it, this many changes would have passed.
  for (const [check, passed] of Object.entries(without)) expect(passed, check).toBeGreaterThan(0);
});
