import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { Canaries } from "../../bench/canaries.ts";
import { root } from "../../scripts/bundle.ts";

/** Searches an office that lives in a process of its own. */
function searched(...given: readonly string[]): Canaries {
  const { stdout, stderr } = spawnSync(process.execPath, ["bench/canaries-process.ts", "20261128", ...given], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const line = stdout.trim().split("\n").at(-1);
  if (!line) throw new Error(stderr);
  return JSON.parse(line);
}

describe("what is a person's, in every way of a claim and every route", () => {
  it("stands in no log, queue, name, address or refusal, and in nothing that another is written or answered", () => {
    const { found, ended, unasked, unrun, kinds, searched: texts } = searched();
    expect({ found, ended, unasked }).toEqual({ found: [], ended: [], unasked: [] });
    // The first two call the API from outside or read a file of the build; the third asks no store of a text delivered.
    expect(unrun.toSorted()).toEqual(["probe-document-desk", "track-text-deliveries", "verifications"]);
    expect(kinds.length).toBeGreaterThan(60);
    for (const [place, count] of Object.entries(texts)) expect(count, place).toBeGreaterThan(50);
  }, 900_000);

  it("would be found in each of these places", () => {
    const { foundAt, searched: texts } = searched("2", "--leaking");
    expect(foundAt.toSorted()).toEqual(Object.keys(texts).toSorted());
  }, 900_000);
});
