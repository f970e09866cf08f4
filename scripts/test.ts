import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./bundle.ts";
import { typedArguments } from "./typed-arguments.ts";

const report = join(root, "build", "test-report.json");

/**
 * `--whole`, before a merge or a deployment: also runs the tests that take a whole stack through every branch and kill,
 * and the tests above the stores use tables on a server, not in memory.
 */
const usage = `npm test [-- --whole]
Types, lint, dead code, the build and the tests; with --whole all tests, as CI runs them. One file: npx vitest run <file>.`;
const { whole } = typedArguments(usage, { options: { whole: { type: "boolean", default: false } } }).values;
process.env["CAUDAL_TEST_WHOLE"] = whole ? "yes" : "no";

type Step = readonly [name: string, command: string, ...args: string[]];
/** The steps before the tests: two rows at once, for two processors. */
const rows: readonly (readonly Step[])[] = [
  [
    ["types", "tsc", "-p", "."],
    ["types of the pages", "tsc", "-p", "web"],
  ],
  [
    ["build", "node", "scripts/build.ts"],
    ["lint and format", "biome", "check", "--error-on-warnings", "."],
    ["dead code", "knip"],
  ],
];
const tests: Step = [
  "tests",
  "vitest",
  "run",
  ...(whole ? [] : ["--project=!whole*"]),
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
];

let passed = 0;
let failed = 0;

/**
 * Runs a step, counts it as passed or failed, and returns whether it succeeded. Prints its output when it ends; the
 * tests print theirs as they run.
 */
async function run([name, command, ...args]: Step): Promise<boolean> {
  const started = performance.now();
  const child = spawn(command, args, { cwd: root, stdio: name === "tests" ? "inherit" : "pipe" });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => said.push(part));
  const [status] = await once(child, "close");
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${Buffer.concat(said)}— ${name}: ${status === 0 ? "ok" : "failed"}, ${seconds} s\n`);
  if (status === 0) passed += 1;
  else failed += 1;
  return status === 0;
}

mkdirSync(join(root, "build"), { recursive: true });
rmSync(report, { force: true });
await Promise.all(
  rows.map(async (steps) => {
    for (const step of steps) if (!(await run(step))) return;
  }),
);
// Tests of code that does not compile or build prove nothing. Their failures are counted one by one.
if (failed === 0) await run(tests);

interface Tested {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
}
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly name: string; readonly assertionResults: readonly Tested[] }[];
}

/**
 * Returns the tests that were not run, by file, and why: no test is skipped in silence. Empty if all ran. The steps of
 * a journey that follow a failed one are not run; whole files of pages are not run if no browser could be started.
 */
function notRun({ testResults }: Report): string {
  const files = testResults.map(({ name, assertionResults }) => ({
    path: relative(root, name),
    all: assertionResults.length,
    left: assertionResults.filter(({ status }) => status !== "passed" && status !== "failed").length,
    afterFailure: assertionResults.some(({ status }) => status === "failed"),
  }));
  const left = files.filter((file) => file.left > 0);
  if (left.length === 0) return "";
  const lines = left.map(
    (file) =>
      `  ${file.path} (${file.left} of ${file.all} tests${file.afterFailure ? ", after the one that failed" : ""})`,
  );
  const noBrowser = left.some(({ path, afterFailure }) => /^test\/(web|journeys)\//.test(path) && !afterFailure);
  const how =
    "No browser could be started: apt-get install chromium-headless-shell (or chromium), or name one by CHROME_PATH.\n";
  return `\nNot run:\n${lines.sort().join("\n")}\n${noBrowser ? how : ""}`;
}

/**
 * Returns the tests that passed only at the second try, with the first line of the failure: each is a race of the page
 * or of its test, to be looked at. Empty if there is none.
 */
function secondTries({ testResults }: Report): string {
  const lines = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages }) => status === "passed" && failureMessages.length > 0)
    .map(({ fullName, failureMessages }) => `  ${fullName}: ${failureMessages[0]?.split("\n")[0]}`);
  return lines.length === 0 ? "" : `\nPassed only at the second try:\n${lines.join("\n")}\n`;
}

/**
 * Returns the names of tests that show a missing value, such as `undefined` or `[object`, which a row of their table
 * did not have. Each name must be a sentence about the system.
 */
function unspoken({ testResults }: Report): readonly string[] {
  const names = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ fullName }) => fullName));
  return names.filter((name) => /\b(undefined|NaN)\b|\[object |%\d\$/.test(name));
}

let remarks = "";
if (existsSync(report)) {
  const results: Report = JSON.parse(readFileSync(report, "utf8"));
  passed += results.numPassedTests;
  failed += results.numFailedTests;
  remarks = secondTries(results) + notRun(results);
  for (const name of unspoken(results)) {
    failed += 1;
    process.stdout.write(`a test's name says what no sentence does: ${name}\n`);
  }
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n${remarks}`);
process.exitCode = failed === 0 ? 0 : 1;
