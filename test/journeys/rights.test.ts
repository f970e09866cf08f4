import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../scripts/bundle.ts";

it("each function asks of its stores what its rights cover, and a right less would be noticed", () => {
  const program = join(root, "bench", "rights-process.ts");
  const { stdout, stderr } = spawnSync(process.execPath, [program, "--few"], { cwd: root, encoding: "utf8" });
  const line = stdout.trim().split("\n").at(-1);
  if (!line) throw new Error(stderr);
  const { used, missing, unnoticed } = JSON.parse(line) as Record<string, readonly string[]>;
  expect({ missing, unnoticed }).toEqual({ missing: [], unnoticed: [] });
  expect(used?.length).toBeGreaterThan(80);
});
