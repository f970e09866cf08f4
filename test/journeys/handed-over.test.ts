import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../bench/handed-over/weeks.ts";

const root = join(import.meta.dirname, "..", "..");

/** Two days of the office's decisions, and what came of them. */
function lived(...asked: readonly string[]): Report {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "bench", "handed-over.ts"), "--json", "--few", ...asked],
    { cwd: root, encoding: "utf8" },
  );
  expect(stderr).toBe("");
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

describe("decisions handed over at their addresses, most of their mails unacknowledged", () => {
  it("are all notified: no claim is granted for want of a record", () => {
    const report = lived();
    expect(report).toMatchObject({ decisions: 80, silences: 0, notified: 80 });
    expect(report.toHandOver / report.load.days).toBeGreaterThanOrEqual(34 - 1);
    // Whoever was not in the first time was visited again.
    expect(report.doors).toBeGreaterThan(report.toHandOver);
    expect(report.passedOn).toBeGreaterThan(0);
  });

  it("are granted by silence, each of them, where nobody records a delivery", () => {
    const { toHandOver, acknowledged, ...report } = lived("--off");
    expect(toHandOver).toBeGreaterThan(60);
    expect(report).toMatchObject({ doors: 0, silences: toHandOver, notified: acknowledged });
  });
});
