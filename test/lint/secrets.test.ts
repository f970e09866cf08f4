import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { trackedFiles } from "../tracked-files.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "caudal-secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns what a scan says of files; empty if it finds no secret in them. */
function foundIn(files: readonly string[]): string {
  const bin = join(root, "node_modules", "secretlint", "bin", "secretlint.js");
  const given = [bin, "--secretlintrc", join(root, ".secretlintrc.json"), "--no-glob", ...files];
  const { stdout, stderr } = spawnSync(process.execPath, given, { cwd: root, encoding: "utf8" });
  return `${stdout}${stderr}`.trim();
}

it("no file that is committed holds a key, a token or a password", () => {
  const files = trackedFiles();
  expect(files.length).toBeGreaterThan(2000);
  expect(foundIn(files)).toBe("");
});

it("one that does is found", () => {
  const file = join(folder, "settings.ts");
  // In two parts, so that this file holds none itself.
  const token = ["ghp", "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5"].join("_");
  writeFileSync(file, `export const token = "${token}";\n`);
  expect(foundIn([file])).toContain("GitHub");
});
