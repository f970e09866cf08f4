import { expect, it } from "vitest";
import { compareUnswept } from "./model/unswept.ts";

const fresh = Date.now() % 1_000_000;

it.each([
  [20_261_125, "the same histories in every run"],
  [fresh, "others in each"],
])("a claim nobody swept for 1 to 30 days reads as a swept one, seed %i (%s)", { timeout: 120_000 }, (seed) => {
  expect(compareUnswept({ runs: 40, seed })).toEqual({ runs: 40, differences: [] });
});
