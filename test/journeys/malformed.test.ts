import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/bundle.ts";

/** Sends malformed requests in a process of its own, drawn ones or those made by hand; returns what came of them. */
function sent(requests: number | "by-hand", seed: number, longestKey = 1024, counted = "looks") {
  const given = ["bench/malformed-process.ts", requests, seed, longestKey, counted].map(String);
  const { stdout, stderr } = spawnSync(process.execPath, given, { cwd: root, encoding: "utf8" });
  const line = stdout.trim().split("\n").at(-1);
  if (!line) throw new Error(stderr);
  return JSON.parse(line) as {
    readonly requests: number;
    readonly routes: number;
    readonly statuses: Readonly<Record<string, number>>;
    readonly faults: readonly string[];
  };
}

/** One that no run had before; a test's name and each fault say it. */
const fresh = Math.floor(Math.random() * 1e9);

describe("requests that are spoiled", () => {
  it.each([20_261_128, 77_003, fresh])("get a refusal that says what is wrong, on every route (seed %i)", (seed) => {
    const { routes, faults, statuses } = sent(3000, seed);
    expect(faults).toEqual([]);
    expect(routes).toBeGreaterThan(200);
    // Some are sound, and are done: what is sent reaches the functions.
    expect(statuses["200"]).toBeGreaterThan(100);
    expect(statuses["400"]).toBeGreaterThan(1000);
  });

  it("by hand get one too, where no function may take them, and none fails", () => {
    const { requests, routes, faults } = sent("by-hand", 7);
    expect(faults).toEqual([]);
    expect(requests).toBeGreaterThanOrEqual(300);
    expect(routes).toBeGreaterThan(200);
  });

  it("are noticed where they do reach the store: a key that it does not take fails", () => {
    const { faults } = sent(600, 20_261_128, 12);
    expect(faults.filter((fault) => fault.includes("ValidationException")).length).toBeGreaterThan(10);
  });

  it("are noticed where they leave something: not even who looked may be written", () => {
    const { faults } = sent(600, 20_261_128, 1024, "none");
    expect(faults.filter((fault) => fault.includes("refused, and left OPENINGS#")).length).toBeGreaterThan(10);
  });
});
