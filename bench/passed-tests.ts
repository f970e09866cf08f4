import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";

const root = join(import.meta.dirname, "..");

/** A mistake put into a source while tests run: the text that stands there once, and what stands there instead. */
export interface Mistake {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const reported = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) })),
});

/**
 * Runs a file of tests, with a mistake in the sources if one is given, and returns the full names of the tests that
 * passed and of those that did not.
 * @throws if no test of the file was run
 */
export function testsOf(
  project: "pure" | "stores" | "whole",
  file: string,
  mistake?: Mistake,
): { readonly passed: readonly string[]; readonly failed: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), "caudal-tests-"));
  try {
    const report = join(folder, "report.json");
    // Vitest keeps sources as they were transformed, and would give the mistake to others or not to this run.
    const asked = [
      "run",
      "--config",
      "bench/vitest.config.ts",
      "--project",
      project,
      file,
      "--reporter=json",
      "--no-fs-module-cache",
    ];
    const { stderr } = spawnSync("npx", ["vitest", ...asked, `--outputFile=${report}`], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, MISTAKE: JSON.stringify(mistake ?? null) },
    });
    const tests = reported
      .parse(JSON.parse(readFileSync(report, "utf8")))
      .testResults.flatMap(({ assertionResults }) => assertionResults);
    if (tests.length === 0) throw new Error(`no test of ${file} was run: ${stderr}`);
    const names = (isPassed: boolean) =>
      tests.filter(({ status }) => (status === "passed") === isPassed).map(({ fullName }) => fullName);
    return { passed: names(true), failed: names(false) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
