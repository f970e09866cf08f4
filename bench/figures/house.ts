import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { functionIndexes, importCircles, mostIndexLines, productFiles, retiredWords } from "../../test/lint/house.ts";
import type { Figure } from "../figure.ts";

const root = join(import.meta.dirname, "..", "..");

/** Runs a command of the project and returns what it printed. Throws if it failed. */
function printed(command: string, ...given: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, given, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${command} ${given.join(" ")} failed: ${stderr.slice(-500)}`);
  return stdout;
}

const group = "house";

export const sources = ["functions", "infra", "local", "scripts", "shared", "tenants", "test", "web"];

export const figures: readonly Figure[] = [
  {
    name: "import-circles",
    group,
    unit: "circles",
    goal: { atMost: 0 },
    against: "imports of every tracked file, of types and lazy ones too",
    measure: async () => importCircles().length,
  },
  {
    name: "retired-words",
    group,
    unit: "places",
    goal: { atMost: 0 },
    against: "words of the glossary's last section in code, comments and tests",
    measure: async () => retiredWords().length,
  },
  {
    name: "largest-file",
    group,
    unit: "lines",
    goal: { atMost: 500 },
    against: "files of the product that are written by hand",
    measure: async () => productFiles()[0]?.lines ?? Number.NaN,
  },
  {
    name: "longest-index",
    group,
    unit: "lines",
    goal: { atMost: mostIndexLines },
    against: "the index.ts of a function: its routes or messages, its operations, its stores, its handler",
    measure: async () => functionIndexes()[0]?.lines ?? Number.NaN,
  },
  {
    name: "test-seconds",
    group,
    unit: "s",
    goal: { atMost: 300 },
    against: "tests of `npm test` after `npm ci`, on two processors",
    wholeOnly: true,
    measure: async () => {
      printed("npm", "test");
      const report: { testResults: { startTime: number; endTime: number }[] } = JSON.parse(
        readFileSync(join(root, "build", "test-report.json"), "utf8"),
      );
      const began = Math.min(...report.testResults.map(({ startTime }) => startTime));
      const ended = Math.max(...report.testResults.map(({ endTime }) => endTime));
      return (ended - began) / 1000;
    },
  },
  {
    name: "bare-seconds",
    group,
    unit: "s",
    goal: { atMost: 120 },
    against: "from an empty folder to a healthy office, with a PATH of node, npm and a shell",
    wholeOnly: true,
    measure: async () => Number(/healthy (\d+) s/.exec(printed("bash", ".ci/bare"))?.[1] ?? Number.NaN),
  },
];
