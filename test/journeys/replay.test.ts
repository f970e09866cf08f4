import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../bench/replay/report.ts";

const root = join(import.meta.dirname, "..", "..");

describe("a few days of the office, replayed", () => {
  it("the board shows exactly who came and what was resolved, and nothing is lost", () => {
    const { stdout, stderr } = spawnSync(process.execPath, [join(root, "bench", "replay.ts"), "--json", "--few"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    const report: Report = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
    expect(report).toMatchObject({
      attended: 24,
      resolved: 17,
      withdrawn: 2,
      silences: 0,
      lost: 0,
      hearingsAbove: 0,
      visitsPast: 0,
      differences: 0,
    });
    expect(report.requests).toBeGreaterThan(400);
    expect(report.hours.find(({ desk }) => desk === "inspector")?.hours).toBeGreaterThan(5);
  });
});
