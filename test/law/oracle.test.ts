import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isWhole } from "../whole.ts";
import { compare, mutants } from "./compare.ts";
import { rows } from "./oracle/day-table.ts";

const cases = isWhole ? 20_000 : 5000;

describe("the oracle", () => {
  it("imports nothing but its own files", () => {
    const folder = join(import.meta.dirname, "oracle");
    const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
    const imported = sources.flatMap((source) => [...source.matchAll(/from "([^"]+)"/g)].map(([, from]) => from));
    expect(imported.filter((from) => !from?.startsWith("./"))).toEqual([]);
  });

  it.each([
    ["2026", 248, "16 holidays, 3 of them on a weekend: 261 weekdays less 13"],
    ["2021", 251, "12 holidays, 2 on Saturdays: 261 weekdays less 10"],
    ["2028", 250, "16 holidays, 6 on a weekend: 260 weekdays less 10"],
  ])("has so many days of %s for the company: %i (%s)", (year, worked, _reason) => {
    expect(rows.filter(({ iso, forAll }) => iso.startsWith(year) && !forAll)).toHaveLength(worked);
  });

  it.each([
    ["2024", 9, "eight decreed days and Mon 25 November"],
    ["2025", 3, "two decreed days and Tue 25 November"],
    ["2026", 2, "2 January and Wed 25 November"],
    ["2028", 0, "25 November on a Saturday"],
  ])("has so many days of %s less for the customer: %i (%s)", (year, fewer, _reason) => {
    expect(rows.filter(({ iso, forAll, forUser }) => iso.startsWith(year) && !forAll && forUser)).toHaveLength(fewer);
  });
});

describe("the engine against the oracle", () => {
  it("agrees on random instants, calendars, clocks and pauses of 2020 to 2035", { timeout: 60_000 }, () => {
    expect(compare({ cases, seed: 41 })).toEqual({ cases, divergences: 0 });
  });

  it.each(mutants)("would find it wrong by %s", (mutant) => {
    expect(compare({ cases: 2000, seed: 41, mutant }).divergences).toBeGreaterThan(0);
  });
});
