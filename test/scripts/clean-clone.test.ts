import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/bundle.ts";
import { trackedFiles } from "../tracked-files.ts";

/** Makes a folder with the repository's files as they are now, and the packages: a fresh clone after `npm ci`. */
function cleanClone(): string {
  const clone = mkdtempSync(join(tmpdir(), "caudal-clone-"));
  for (const file of trackedFiles().filter((name) => existsSync(join(root, name))))
    cpSync(join(root, file), join(clone, file));
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
  return clone;
}

describe("a fresh clone, never built", { timeout: 240_000 }, () => {
  const clone = cleanClone();
  afterAll(() => rmSync(clone, { recursive: true }));

  /** Runs `npx cdk …` as an operator does, without credentials. */
  function cdk(...args: readonly string[]): SpawnSyncReturns<string> {
    const { AWS_PROFILE: _, AWS_ACCESS_KEY_ID: __, ...environment } = process.env;
    return spawnSync(process.execPath, [join(root, "node_modules", "aws-cdk", "bin", "cdk"), ...args], {
      cwd: clone,
      encoding: "utf8",
      env: {
        ...environment,
        PATH: [join(root, "node_modules", ".bin"), dirname(process.execPath), process.env["PATH"]].join(delimiter),
        AWS_EC2_METADATA_DISABLED: "true",
        AWS_CONFIG_FILE: join(clone, "no-config"),
        AWS_SHARED_CREDENTIALS_FILE: join(clone, "no-credentials"),
        CDK_DISABLE_CLI_TELEMETRY: "true",
      },
    });
  }

  it("can be bootstrapped as the documents say: only credentials are missing", () => {
    const { stdout, stderr, status } = cdk("bootstrap", "aws://000000000000/us-east-1");
    expect(`${stdout}${stderr}`).not.toContain("ENOENT");
    expect(stderr).toMatch(/no credentials have been configured/);
    expect(status).toBe(1);
  });

  it("is not built again by a second command", () => {
    const { stdout, status } = cdk("ls");
    expect([status, stdout.trim().split("\n")]).toEqual([
      0,
      ["caudal-dev-data", "caudal-dev-service", "caudal-dev-routes"],
    ]);
  });
});
