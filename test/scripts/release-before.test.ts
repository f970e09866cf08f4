import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { reasonAgainstFollowing, releaseBefore } from "../../scripts/release-before.ts";

const folder = mkdtempSync(join(tmpdir(), "caudal-releases-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  const who = ["-c", "user.name=Prueba", "-c", "user.email=prueba@example.org"];
  return execFileSync("git", [...who, ...args], { cwd: folder, encoding: "utf8" }).trim();
}

/** Makes a commit and returns its name. */
function commit(title: string): string {
  git("commit", "--allow-empty", "--quiet", "-m", title);
  return git("rev-parse", "HEAD");
}

git("init", "--quiet");
const [first, reading] = [commit("as it was"), commit("reads both forms")];
const writing = commit("writes the new form");

describe("a release that writes what only the one before it reads", () => {
  it("follows that one, and any after it", () => {
    for (const answering of [reading, writing, `${reading.slice(0, 8)}+`])
      expect(reasonAgainstFollowing(answering, folder, reading)).toBe(undefined);
  });

  it("does not follow an earlier one, and names what to deploy first", () => {
    expect(reasonAgainstFollowing(first, folder, reading)).toContain(`Deploy ${reading.slice(0, 8)} first`);
  });

  it("does not follow one that the clone does not know", () => {
    expect(reasonAgainstFollowing("0123abc", folder, reading)).toContain("fetch it");
  });

  it("is not released from a clone that lacks the release before", () => {
    expect(reasonAgainstFollowing(first, folder, "0".repeat(40))).toContain("--unshallow");
  });

  it("knows the release before by the newest tag, where there is one", () => {
    expect(releaseBefore(folder, reading)).toBe(reading);
    git("tag", "v1", first);
    expect(releaseBefore(folder, reading)).toBe(first);
  });
});
