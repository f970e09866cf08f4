import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import type { Crashes } from "../../bench/crash-points.ts";
import { root } from "../../scripts/bundle.ts";

function stopped(...given: readonly string[]): Crashes {
  const program = ["bench/crash-points-process.ts", "1", "1", ...given];
  const { stdout, stderr } = spawnSync(process.execPath, program, { cwd: root, encoding: "utf8", maxBuffer: 1e9 });
  const line = stdout.trim().split("\n").at(-1);
  if (!line) throw new Error(stderr);
  return JSON.parse(line);
}

it("a process that dies before or after any write leaves, once it was asked again, what it leaves alive", () => {
  const { faults, points, routes } = stopped();
  expect(faults).toEqual([]);
  expect(points).toBeGreaterThan(200);
  expect(routes.length).toBeGreaterThan(15);
}, 900_000);

it("what is not asked again is missed", () => {
  expect(stopped("--once").faults.length).toBeGreaterThan(100);
}, 900_000);
