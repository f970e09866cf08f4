import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Figure, verdictOf } from "../../bench/figure.ts";
import { programOf } from "../../bench/program.ts";
import { keptRows, markedRow, staleRows } from "../../bench/stale.ts";

const root = join(import.meta.dirname, "..", "..");
const row = (name: string, commit: string, mark = "") =>
  `| fast | ${name} | 1 units | ≤ 2 | yes | what it counts | ${commit}${mark} |`;
const page = [
  "# Figures",
  "| group | figure | value |",
  "| --- | --- | --- |",
  row("a", "abc1"),
  row("b", "abc2", ", stale"),
].join("\n");

describe("a row of the page of figures", () => {
  it("has its figure's name and its commit, marked or not", () => {
    expect(keptRows(page).map(({ name, commit }) => [name, commit])).toEqual([
      ["a", "abc1"],
      ["b", "abc2"],
    ]);
  });

  it("is marked once, and the mark goes away", () => {
    const [a, b] = keptRows(page);
    if (!a || !b) throw new Error("no rows");
    expect([markedRow(a, true), markedRow(b, true)]).toEqual([
      row("a", "abc1", ", stale"),
      row("b", "abc2", ", stale"),
    ]);
    expect([markedRow(a, false), markedRow(b, false)]).toEqual([row("a", "abc1"), row("b", "abc2")]);
  });

  it.each<[string, readonly string[] | undefined, readonly string[] | undefined, readonly string[]]>([
    ["nothing changed", ["shared"], [], []],
    ["a source changed", ["shared"], ["shared/x.ts"], ["shared/x.ts changed"]],
    ["its commit is gone", ["shared"], undefined, ["its commit is not known"]],
    ["the figure is gone", undefined, [], ["there is no such figure"]],
  ])("%s", (_, sources, changed, why) => {
    const [first] = keptRows(page);
    const rows = first ? [first] : [];
    expect(
      staleRows(
        rows,
        () => sources,
        () => changed,
      ).map((one) => one.why),
    ).toEqual(why);
  });
});

describe("a source", () => {
  const before = "/** Adds one. */\nexport const next = (at: number): number => at + 1;\n";

  it("does the same with other comments, types and lines", () => {
    const after = "// So much is added.\nexport const next = (at: 1 | 2) =>\n  at + 1;\n";
    expect(programOf("a.ts", after)).toBe(programOf("a.ts", before));
  });

  it("does something else once a letter of it changed, and a text that is no program always", () => {
    expect(programOf("a.ts", before.replace("+ 1", "+ 2"))).not.toBe(programOf("a.ts", before));
    expect(programOf("a.css", "/* a */")).not.toBe(programOf("a.css", "/* b */"));
  });
});

describe("a figure", () => {
  const figure = (wholeOnly: boolean): Figure => ({
    ...{ name: "a", group: "fast", unit: "units", goal: { atMost: 2 }, against: "", wholeOnly },
    measure: async () => 0,
  });

  it.each([
    [false, 2, true, "met"],
    [false, 3, true, "short"],
    [true, 2, true, "not judged in quick form"],
    [true, 3, false, "short"],
    [true, 2, false, "met"],
  ])("that says something only whole: %s, at %i, quick: %s, is %s", (wholeOnly, value, quick, verdict) => {
    expect(verdictOf(figure(wholeOnly), value, quick)).toBe(verdict);
  });

  it.each(["s", "ms", "rows/s"])("that a clock says in %s is judged only whole", (unit) => {
    const verdicts = [true, false].map((quick) => verdictOf({ ...figure(false), unit }, 3, quick));
    expect(verdicts).toEqual(["not judged in quick form", "short"]);
  });

  it.each(readdirSync(join(root, "bench", "figures")))("of %s names sources that exist", (file) => {
    const [, list = ""] =
      /export const sources = \[([^\]]*)\]/.exec(readFileSync(join(root, "bench", "figures", file), "utf8")) ?? [];
    const sources = [...list.matchAll(/"([^"]+)"/g)].map(([, source = ""]) => source);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  });
});
