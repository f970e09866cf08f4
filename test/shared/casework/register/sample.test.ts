import { describe, expect, it } from "vitest";
import { sampleOf } from "../../../../shared/casework/register/sample.ts";

const ids = Array.from({ length: 200 }, (_, at) => `claim${String(at).padStart(4, "0")}`);

describe("a sample drawn by a seed", () => {
  it("is the same for the same seed, whatever order the claims come in", () => {
    const drawn = sampleOf(ids, 20, "oficio 1");
    expect(sampleOf(ids.toReversed(), 20, "oficio 1")).toEqual(drawn);
    expect(new Set(drawn).size).toBe(20);
    expect(drawn.every((id) => ids.includes(id))).toBe(true);
  });

  it("is another for another seed", () => {
    expect(sampleOf(ids, 20, "oficio 2")).not.toEqual(sampleOf(ids, 20, "oficio 1"));
  });

  it("begins the same however many are drawn, so that a larger one contains it", () => {
    expect(sampleOf(ids, 50, "x").slice(0, 10)).toEqual(sampleOf(ids, 10, "x"));
  });

  it("changes by the claims that came since, and by no other", () => {
    const before = sampleOf(ids, 20, "x");
    const after = sampleOf([...ids, "claim9998", "claim9999"], 20, "x");
    expect(after.filter((id) => !before.includes(id)).every((id) => id.startsWith("claim999"))).toBe(true);
  });

  it("takes all there are where more are asked for, and none of nothing", () => {
    expect(sampleOf(ids.slice(0, 3), 20, "x")).toHaveLength(3);
    expect(sampleOf([], 20, "x")).toEqual([]);
  });

  it("draws each claim as often as any other: chi-squared over 2,000 seeds", () => {
    const seeds = 2_000;
    const size = 20;
    const counts = new Map(ids.map((id) => [id, 0]));
    for (let seed = 0; seed < seeds; seed += 1)
      for (const id of sampleOf(ids, size, `seed-${seed}`)) counts.set(id, (counts.get(id) ?? 0) + 1);
    const expected = (seeds * size) / ids.length;
    // Drawn without replacement, the variance of each count is that of n(1 - size/of).
    const spread = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2, 0);
    const chi = spread / (expected * (1 - size / ids.length));
    // 199 degrees of freedom: between these in 99.98 of 100.
    expect(chi).toBeGreaterThan(130);
    expect(chi).toBeLessThan(282);
  });

  it("the check's own control: a sample of the first is far from that", () => {
    const counts = ids.map((_, at) => (at < 20 ? 2_000 : 0));
    const chi = counts.reduce<number>((sum, count) => sum + (count - 200) ** 2, 0) / (200 * 0.9);
    expect(chi).toBeGreaterThan(282);
  });
});
