import { describe, expect, it } from "vitest";
import { circlesIn, importCircles, importsOf } from "./house.ts";

/** Circles of types or of lazy imports are forbidden too: they run, but a reader of such files has nowhere to begin. */
describe("imports", () => {
  it("make no circle", () => {
    expect(importCircles()).toEqual([]);
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
