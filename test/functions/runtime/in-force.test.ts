import { describe, expect, it } from "vitest";
import { inForce } from "../../../functions/runtime/in-force.ts";
import type { KnownOutage } from "../../../shared/domain/problem/outage.ts";

const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 15, 0, second)).toISOString();

describe("what is made of dated versions", () => {
  it("is made once for each set known and in force, and read once a minute", async () => {
    const stored = [{ inForceFrom: at(0) }];
    const outages: KnownOutage[] = [];
    let reads = 0;
    let made = 0;
    const count = inForce(
      async () => {
        reads += 1;
        return { versions: [...stored], outages: [...outages] };
      },
      ({ versions }) => {
        made += 1;
        return versions.length;
      },
    );
    expect([await count(at(1)), await count(at(59)), reads, made]).toEqual([1, 1, 1, 1]);
    stored.push({ inForceFrom: at(130) });
    expect([await count(at(60)), await count(at(62)), reads, made]).toEqual([1, 1, 2, 2]);
    // Known before: it begins at its own instant, whenever it was read.
    expect([await count(at(119)), await count(at(130))]).toEqual([1, 2]);
    expect([await count(at(131)), made]).toEqual([2, 3]);
    outages.push({ from: at(131), to: at(140), inForceFrom: at(270) });
    expect([await count(at(200)), made]).toEqual([2, 4]);
  });

  it("asks again after a read that failed", async () => {
    let fails = true;
    const count = inForce(
      async () => {
        if (fails) throw new Error("the table did not answer");
        return { versions: [{ inForceFrom: at(0) }], outages: [] };
      },
      ({ versions }) => versions.length,
    );
    await expect(count(at(1))).rejects.toThrow("did not answer");
    fails = false;
    expect(await count(at(2))).toBe(1);
  });
});
