import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import type { Strangers } from "../../bench/strangers.ts";
import { root } from "../../scripts/bundle.ts";

it("who may not send a request is refused for that alone, whole as it is, and each guard taken away is noticed", () => {
  const given = ["bench/strangers-process.ts", "1", "20261128"];
  const { stdout, stderr } = spawnSync(process.execPath, given, { cwd: root, encoding: "utf8" });
  const line = stdout.trim().split("\n").at(-1);
  if (!line) throw new Error(stderr);
  const { attempts, done, faults, unproved, unnoticed }: Strangers = JSON.parse(line);
  expect({ faults, unproved, unnoticed }).toEqual({ faults: [], unproved: [], unnoticed: [] });
  // Those whose request was answered well by who may send it, not only understood.
  expect(done.length).toBeGreaterThan(140);
  expect(attempts).toBeGreaterThan(2500);
}, 900_000);
