import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { grantedRights, unusedRights } from "../../bench/rights.ts";
import { explainedRights } from "../../bench/unused-rights.ts";
import { root } from "../../scripts/bundle.ts";

/** What the functions of an office ask while it is replayed, or lived, in a process of its own. */
function heard(how: "--few" | "--lived"): Record<"used" | "missing" | "unnoticed", readonly string[]> {
  const program = join(root, "bench", "rights-process.ts");
  const { stdout, stderr } = spawnSync(process.execPath, [program, how], { cwd: root, encoding: "utf8" });
  const line = stdout.trim().split("\n").at(-1);
  if (!line) throw new Error(stderr);
  return JSON.parse(line);
}

describe("each function asks of its stores", () => {
  let [few, lived]: readonly ReturnType<typeof heard>[] = [];
  let used: readonly string[] = [];
  beforeAll(() => {
    few = heard("--few");
    lived = heard("--lived");
    used = [...few.used, ...lived.used];
  }, 900_000);

  it("what its rights cover, and a right less would be noticed", () => {
    const none = { missing: [], unnoticed: [] };
    expect([few, lived]).toMatchObject([none, none]);
    expect(used.length).toBeGreaterThan(200);
  });

  it("all that its rights allow, but for what is explained: a right more would be noticed", () => {
    const explained = explainedRights.flatMap(({ rights }) => rights).sort();
    expect(unusedRights(grantedRights(), used)).toEqual(explained);
    const more = "receipt-copies dynamodb:DeleteItem claims";
    expect(unusedRights([...grantedRights(), more], used)).toContain(more);
  });
});
