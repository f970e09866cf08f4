import { describe, expect, it } from "vitest";
import { longComments, longCommentsIn, mostColumns, mostTextLines, wideComments, wideCommentsIn } from "./house.ts";

describe("docstrings and comments", () => {
  it(`have ${mostTextLines} lines of text at most`, () => {
    expect(longComments()).toEqual([]);
  });

  it(`are ${mostColumns} columns wide at most`, () => {
    expect(wideComments()).toEqual([]);
    const wide = "a".repeat(mostColumns);
    expect(wideCommentsIn(`// ${wide}\n/** ${wide} */\n * ${wide}\nconst a = "${wide}";\n`)).toEqual([
      "1: 123 columns",
      "2: 127 columns",
      "3: 123 columns",
    ]);
  });

  const text = (lines: number): string => " * Says one thing.\n".repeat(lines);
  const run = (lines: number): string => "  // Says one thing.\n".repeat(lines);

  it.each([
    ["a docstring of five lines", `const a = 1;\n/**\n${text(5)} */\nconst b = 2;`, "2: 5 lines"],
    ["one over a field", `interface A {\n  /**\n  ${text(5)}   */\n  readonly b: string;\n}`, "2: 5 lines"],
    ["five lines, of which one is apart", `/**\n${text(2)} *\n${text(3)} */`, "1: 5 lines"],
    ["a first line beside its opening", `/** Says one thing.\n${text(4)} */`, "1: 5 lines"],
    ["five lines over a tag", `/**\n${text(5)} * @param a what it is\n */`, "1: 5 lines"],
    ["a run of five lines", `const a = () => {\n${run(5)}};`, "2: 5 lines"],
    ["a run at the end", run(6), "1: 6 lines"],
  ])("find %s", (_, code, found) => {
    expect(longCommentsIn(code)).toEqual([found]);
  });

  it.each([
    ["four lines", `/**\n${text(4)} */`],
    ["four lines, and tags", `/**\n${text(4)} * @param a what it is,\n * and more\n * @param b likewise\n */`],
    ["two runs", `${run(4)}const a = 1;\n${run(4)}`],
    ["two docstrings", `/**\n${text(3)} */\nconst a = 1;\n/**\n${text(3)} */`],
    ["a glob", `const files = ["test/**/*.ts",\n"a",\n"b",\n"c",\n"d",\n"e",\n"web/**/*.ts"];`],
  ])("take %s", (_, code) => {
    expect(longCommentsIn(code)).toEqual([]);
  });
});
