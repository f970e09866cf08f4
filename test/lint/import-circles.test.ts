import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");

/** For each file, by path, the files it imports. */
type Imports = ReadonlyMap<string, readonly string[]>;

/**
 * Returns the relative sources that a file names: of imports and re-exports, of types and values, static and dynamic.
 */
function sourcesIn(code: string): readonly string[] {
  return [...code.matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].flatMap(([, source]) => source ?? []);
}

function importsOf(files: ReadonlyMap<string, string>): Imports {
  return new Map(
    [...files].map(([path, code]) => {
      const imported = sourcesIn(code).map((source) => posix.join(posix.dirname(path), source));
      return [path, imported.filter((source) => files.has(source))];
    }),
  );
}

/** Returns one path for each circle that a walk of every file meets: `a → b → a`. */
function circlesIn(imports: Imports): readonly string[] {
  const circles: string[] = [];
  const left = new Set<string>();
  const walk = (path: string, before: readonly string[]): void => {
    const start = before.indexOf(path);
    if (start >= 0) circles.push([...before.slice(start), path].join(" → "));
    if (start >= 0 || left.has(path)) return;
    for (const source of imports.get(path) ?? []) walk(source, [...before, path]);
    left.add(path);
  };
  for (const path of imports.keys()) walk(path, []);
  return circles;
}

const tracked = execFileSync("git", ["ls-files", "*.ts", "*.tsx"], { cwd: root, encoding: "utf8" }).split("\n");

/** Circles of types or of lazy imports are forbidden too: they run, but a reader of such files has nowhere to begin. */
describe("imports", () => {
  it("make no circle", () => {
    const files = new Map(
      tracked.filter((path) => path !== "").map((path) => [path, readFileSync(join(root, path), "utf8")] as const),
    );
    expect(files.size).toBeGreaterThan(1000);
    expect(circlesIn(importsOf(files))).toEqual([]);
  });

  it.each([
    ["a value", 'import { b } from "./b.ts";', 'import { a } from "./a.ts";'],
    ["types", 'import type { B } from "./b.ts";', 'import { type A } from "./a.ts";'],
    ["a lazy import", 'const b = () => import("./b.ts");', 'import type { A } from "./a.ts";'],
    ["a re-export", 'export * from "./b.ts";', 'export type { A } from "../web/a.ts";'],
    ["an effect", 'import "./b.ts";', 'import { a } from "./a.ts";'],
    ["lines", 'import {\n  b,\n} from "./b.ts";', 'import {\n  a,\n} from "./a.ts";'],
  ])("of %s are found in a circle", (_, a, b) => {
    const files = new Map([
      ["web/c.ts", 'import { a } from "./a.ts";'],
      ["web/a.ts", a],
      ["web/b.ts", b],
    ]);
    expect(circlesIn(importsOf(files))).toEqual(["web/a.ts → web/b.ts → web/a.ts"]);
  });

  it("of one file by two others make none", () => {
    const files = new Map([
      ["a.ts", 'import { b } from "./b.ts";\nimport { c } from "./c.ts";'],
      ["b.ts", 'import { c } from "./c.ts";'],
      ["c.ts", ""],
    ]);
    expect(circlesIn(importsOf(files))).toEqual([]);
  });
});
