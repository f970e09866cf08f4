import { describe, expect, it } from "vitest";
import { liveMonths } from "../../bench/lived-months.ts";
import { drill } from "../../bench/restore-drill.ts";
import { unlogged } from "../../bench/unlogged.ts";

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

describe("filings while a third of the claims is missing, with a thousand numbers for their codes", () => {
  const filing = { claims: 500, later: 0.4, digits: 3, seed };

  it("draw no code of a missing one, so that it comes back and the check finds nothing", async () => {
    const { copied, taken, lost, faults, unnamed } = await drill(filing);
    expect(copied).toMatchObject({ missing: taken, gone: 0, other: 0 });
    expect({ lost, faults, unnamed }).toEqual({ lost: [], faults: [], unnamed: [] });
  });

  it("draw some if codes are taken in the claims table alone, and the check names each that then has no code", async () => {
    const { faults, unnamed } = await drill({ ...filing, isTakenOnce: true });
    expect(unnamed.length).toBeGreaterThan(0);
    expect(faults.filter((fault) => /^name: CODE#\S+ of CLAIM#\S+ is missing/.test(fault))).toHaveLength(
      unnamed.length,
    );
  });
});

describe("months with restores", () => {
  it("lose no filing, and the check after each restore finds nothing", async () => {
    const { refused, ...came } = await unlogged(() => liveMonths({ months: 4, claimsAMonth: 10, seed }));
    expect(came).toEqual({
      ...{ restores: 1, claims: 40, lost: [], faults: [] },
      ...{ swept: 117, missed: 3, lateHolidays: 3 },
    });
    expect(refused).toBeGreaterThan(0);
  });

  it("lose what a restore forgets, and the check names just that", async () => {
    const { lost, faults } = await unlogged(() => liveMonths({ months: 4, claimsAMonth: 12, seed, forgotten: 2 }));
    expect(lost).toHaveLength(2);
    expect(faults.map((fault) => /^lost: (\S+)/.exec(fault)?.[1]).toSorted()).toEqual(lost.toSorted());
  });
});
