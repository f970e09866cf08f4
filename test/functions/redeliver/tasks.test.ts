import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Design, deliver, type FiledClaims, fileClaims } from "../../../bench/tasks.ts";
import { captureLog } from "../log-lines.ts";

let claims: FiledClaims;
beforeAll(async () => {
  claims = await fileClaims(40);
});
beforeEach(() => {
  captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** One that no run had before. What fails says it. */
const fresh = Math.floor(Math.random() * 1e9);

const sum = async (design: Design, rate: number) => {
  const seeds = [1, 2, fresh];
  const of = await Promise.all(seeds.map((seed) => deliver(claims, { seed, rate, design })));
  return {
    seeds,
    lost: of.reduce((all, { lost }) => all + lost, 0),
    doubled: of.reduce((all, { doubled }) => all + doubled, 0),
    waiting: of.reduce((all, { waiting }) => all + waiting, 0),
  };
};

describe("visits to be given, while calls fail", () => {
  it.each([0.05, 0.2])("are given once each at a rate of %d, and nothing is left waiting", async (rate) => {
    expect(claims.filedAt.size).toBe(40);
    const done = await sum({ asks: "by the outbox", worker: "once" }, rate);
    expect(done).toEqual({ seeds: [1, 2, fresh], lost: 0, doubled: 0, waiting: 0 });
  });

  it.each<[string, Design, "lost" | "doubled"]>([
    ["are lost by a second write after filing", { asks: "by a second write", worker: "once" }, "lost"],
    ["are lost by it whatever the worker does", { asks: "by a second write", worker: "each time" }, "lost"],
    [
      "are lost by a worker that notes each before it does it",
      { asks: "by the outbox", worker: "noted before it is done" },
      "lost",
    ],
    ["are doubled by a worker that does what it is asked", { asks: "by the outbox", worker: "each time" }, "doubled"],
  ])("%s: the same run says so", async (_, design, what) => {
    expect((await sum(design, 0.2))[what]).toBeGreaterThan(0);
  });
});
