import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./bundle.ts";

const report = join(root, "build", "test-report.json");

/**
 * `--whole`, before a landing or a deployment: what kills a stack again and again is run too, and what is tested above the stores
 * has its tables on DynamoDB Local and not in memory.
 */
const { whole } = parseArgs({ options: { whole: { type: "boolean", default: false } } }).values;
process.env["CAUDAL_TEST_WHOLE"] = whole ? "yes" : "no";

/** What `npm test` runs, in order; the first that fails ends it, but the tests, whose failures are counted. */
const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ["types", "tsc", "-p", "."],
  ["types of the pages", "tsc", "-p", "web"],
  ["lint and format", "biome", "check", "--error-on-warnings", "."],
  ["build", "node", "scripts/build.ts"],
  ["dead code", "knip"],
  [
    "tests",
    "vitest",
    "run",
    ...(whole ? [] : ["--project=!killed"]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ],
];

let passed = 0;
let failed = 0;
mkdirSync(join(root, "build"), { recursive: true });
rmSync(report, { force: true });
for (const [name, command, ...args] of steps) {
  const started = performance.now();
  process.stdout.write(`\n— ${name}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  process.stdout.write(
    `— ${name}: ${status === 0 ? "ok" : "failed"}, ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  );
  if (status === 0) passed += 1;
  else failed += 1;
  if (status !== 0) break;
}
if (existsSync(report)) {
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(report, "utf8"));
  passed += numPassedTests;
  failed += numFailedTests;
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
