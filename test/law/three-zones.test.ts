import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { compareIn, runIn, zoneNames } from "./zones.ts";

const root = join(import.meta.dirname, "..", "..");
const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));
const reports = mkdtempSync(join(tmpdir(), "caudal-zones-"));
afterAll(() => rmSync(reports, { recursive: true, force: true }));

const lawTests = [
  "test/law/vectors.test.ts",
  "test/shared/domain/term/calendar-day.test.ts",
  "test/shared/domain/term/legal-calendar.test.ts",
  "test/shared/domain/term/claim-clocks.test.ts",
];

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Runs the law tests in a time zone; returns the result of each, by name. */
async function resultsIn(zone: (typeof zoneNames)[number]): Promise<string[]> {
  const file = join(reports, `${zoneNames.indexOf(zone)}.json`);
  await runIn(zone, [vitest, "run", "--root", root, "--reporter=json", `--outputFile=${file}`, ...lawTests]);
  const report: Report = JSON.parse(readFileSync(file, "utf8"));
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ fullName, status }) => `${status}: ${fullName}`)
    .sort();
}

describe("whatever the time zone of the process", () => {
  it("the law's tests end alike, and well", { timeout: 120_000 }, async () => {
    const [first = [], ...others] = await Promise.all(zoneNames.map(resultsIn));
    expect(first.length).toBeGreaterThan(300);
    expect(first.filter((result) => !result.startsWith("passed"))).toEqual([]);
    for (const results of others) expect(results).toEqual(first);
  });

  it.each(zoneNames)("the engine agrees with the oracle in %s", { timeout: 120_000 }, async (zone) => {
    expect(await compareIn(zone, 2000, 43)).toMatchObject({ divergences: 0 });
  });
});
