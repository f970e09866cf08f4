import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { checkSync } from "recheck";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");

/** Every regular expression that stands in a source, each once. */
function patternsIn(file: string, source: string): readonly (readonly [pattern: string, flags: string])[] {
  const found = new Map<string, readonly [string, string]>();
  new Visitor({
    Literal: (node) => {
      if ("regex" in node && node.regex) found.set(node.raw ?? "", [node.regex.pattern, node.regex.flags]);
    },
  }).visit(parseSync(file, source).program);
  return [...found.values()];
}

/** Whether a text makes a pattern try a number of ways that doubles with each character of it. */
const isExponential = ([pattern, flags]: readonly [string, string]): boolean => {
  const found = checkSync(pattern, flags, { timeout: 4000, checker: "fuzz" });
  return found.status === "vulnerable" && found.complexity.type === "exponential";
};

describe("the patterns of what runs in the cloud", () => {
  const files = globSync("{functions,shared}/**/*.ts", { cwd: root });
  const all = files.flatMap((file) =>
    patternsIn(file, readFileSync(join(root, file), "utf8")).map((pattern) => [file, pattern] as const),
  );

  it("try no number of ways that doubles with each character of a text", { timeout: 600_000 }, () => {
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter(([, pattern]) => isExponential(pattern)).map(([file, [text]]) => `${file} /${text}/`)).toEqual(
      [],
    );
  });

  it("would be found if they did", () => {
    expect(patternsIn("a.ts", "export const slow = /^(a+)+$/u;").map(isExponential)).toEqual([true]);
  });
});
