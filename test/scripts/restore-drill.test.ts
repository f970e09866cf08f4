import { describe, expect, it } from "vitest";
import { drill, liveMonths } from "../../bench/restore-drill.ts";

const seed = 20_261_128;

describe("a table brought back from an instant before its damage", () => {
  it("has every filing that was acknowledged, before and after that instant, and nothing contradicts it", async () => {
    const { copied, taken, lost, faults, unnamed } = await drill({ claims: 150, seed });
    expect(taken).toBeGreaterThan(150);
    expect(copied).toMatchObject({ missing: taken, gone: 0, other: 0 });
    expect({ lost, faults, unnamed }).toEqual({ lost: [], faults: [], unnamed: [] });
  });

  it("lacks what the copy forgets, and the check names just those filings by their cargos", async () => {
    const { lost, faults } = await drill({ claims: 80, seed, forgotten: 3 });
    expect(lost).toHaveLength(3);
    expect(faults.map((fault) => /^lost: (\S+) was filed and its cargo is kept/.exec(fault)?.[1]).toSorted()).toEqual(
      lost.toSorted(),
    );
  });
});

describe("months with restores", () => {
  it("lose no filing, and the check after each restore finds nothing", async () => {
    const { restores, claims, lost, faults } = await liveMonths({ months: 12, claimsAMonth: 8, seed });
    expect({ restores, claims, lost, faults }).toEqual({ restores: 3, claims: 96, lost: [], faults: [] });
  });

  it("lose what a restore forgets, and the check names just that", async () => {
    const { lost, faults } = await liveMonths({ months: 4, claimsAMonth: 12, seed, forgotten: 2 });
    expect(lost).toHaveLength(2);
    expect(faults.map((fault) => /^lost: (\S+)/.exec(fault)?.[1]).toSorted()).toEqual(lost.toSorted());
  });
});
