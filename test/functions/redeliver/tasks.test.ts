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

const sum = async (design: Design) => {
  const of = await Promise.all([1, 2].map((seed) => deliver(claims, { seed, rate: 0.2, design })));
  return {
    lost: of.reduce((all, { lost }) => all + lost, 0),
    doubled: of.reduce((all, { doubled }) => all + doubled, 0),
    waiting: of.reduce((all, { waiting }) => all + waiting, 0),
  };
};

describe("visits to be given, while a fifth of all calls fail", () => {
  it("are given once each, and nothing is left waiting", async () => {
    expect(claims.filedAt.size).toBe(40);
    expect(await sum({ asks: "by the outbox", worker: "once" })).toEqual({ lost: 0, doubled: 0, waiting: 0 });
  });

  it.each<[string, Design, "lost" | "doubled"]>([
    ["are lost by a second write after filing", { asks: "by a second write", worker: "once" }, "lost"],
    ["are lost by it whatever the worker does", { asks: "by a second write", worker: "each time" }, "lost"],
    ["are doubled by a worker that does what it is asked", { asks: "by the outbox", worker: "each time" }, "doubled"],
  ])("%s: the same run says so", async (_, design, what) => {
    expect((await sum(design))[what]).toBeGreaterThan(0);
  });
});
