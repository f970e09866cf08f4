import { describe, expect, it } from "vitest";
import { bugs } from "./seeded-bugs/bugs.ts";
import { historiesToFind, seededSource } from "./seeded-bugs/seeded.ts";

const seed = 20_261_124;
const ofEngine = bugs.filter(({ foundBy }) => foundBy === "histories");

describe("the seeded bugs", () => {
  it("are twenty, each where its source still has its place", () => {
    expect(new Set(bugs.map(({ name }) => name)).size).toBe(20);
    for (const bug of bugs) expect(seededSource(bug), bug.name).toContain(bug.to);
  });

  it.each(ofEngine)("random histories find that $name", { timeout: 120_000 }, async (bug) => {
    expect(await historiesToFind(bug, 2000, seed)).toBeGreaterThan(0);
  });
});
