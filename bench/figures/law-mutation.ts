import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../../scripts/bundle.ts";
import type { Figure } from "../figure.ts";
import { clockSources, type Explained, explained } from "../mutation/explained.ts";

/** The reports of the last `npm run mutation`, one for each source. */
const reports = join(root, ".cache", "mutation", "*.json");
const domain = join(root, "shared", "domain", "**", "*.ts");

interface Mutant {
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number } };
}

interface Judged {
  readonly source: string;
  readonly mutants: readonly Mutant[];
}

interface Report {
  readonly files: Readonly<Record<string, Judged>>;
}

/**
 * Returns the percentage of mutants that a test found, of those that a test found or that survived. Leaves out any
 * other status, such as a mutant with which no module could be loaded. NaN if none is left.
 */
function scoreOf(mutants: readonly Mutant[]): number {
  const count = (...statuses: readonly string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const found = count("Killed", "Timeout");
  return (100 * found) / (found + count("Survived", "NoCoverage"));
}

/** Returns the reports by source, and prints which sources have none or have changed since theirs. */
function judged(): ReadonlyMap<string, Judged> {
  const known = new Map(
    globSync(reports).flatMap((report) => {
      const { files }: Report = JSON.parse(readFileSync(report, "utf8"));
      return Object.entries(files);
    }),
  );
  for (const source of globSync(domain).map((path) => relative(root, path))) {
    const file = known.get(source);
    if (!file) process.stderr.write(`no report of ${source}\n`);
    else if (file.source !== readFileSync(join(root, source), "utf8"))
      process.stderr.write(`${source} changed since its report\n`);
  }
  return known;
}

type Survivor = Pick<Explained, "line" | "mutant"> & { readonly source: string; readonly at: number };

/** Returns the mutants of a source that no test found, each with its line. */
function survivorsOf(source: string, { source: text, mutants }: Judged): readonly Survivor[] {
  const lines = text.split("\n");
  return mutants
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .map(({ replacement = "", location: { start } }) => {
      return { source, at: start.line, line: lines[start.line - 1]?.trim() ?? "", mutant: replacement };
    });
}

const explains = (row: Explained, { source, line, mutant }: Survivor) =>
  row.sources.some((name) => name === source) && line.includes(row.line) && mutant.includes(row.mutant);

/**
 * Counts the unexplained survivors among the mutants of the sources that count days, plus those sources that have no
 * report. Prints these survivors, and the explanations that match no survivor.
 */
function unexplained(known: ReadonlyMap<string, Judged>): number {
  const files = clockSources.map((name) => ({ name, file: known.get(join("shared", "domain", `${name}.ts`)) }));
  const survivors = files.flatMap(({ name, file }) => (file ? survivorsOf(name, file) : []));
  const left = survivors.filter((survivor) => !explained.some((row) => explains(row, survivor)));
  const stale = explained.filter((row) => !survivors.some((survivor) => explains(row, survivor)));
  for (const { source, at, line, mutant } of left)
    process.stderr.write(`not explained: ${source}:${at} ${line} → ${mutant}\n`);
  for (const { line, mutant } of stale) process.stderr.write(`nothing survives of: ${line} → ${mutant}\n`);
  return left.length + files.filter(({ file }) => !file).length;
}

const without = "those that act only while a table is loaded are left out";

export const sources = ["bench/mutation", "shared/domain", "test/shared/domain"];

export const figures: readonly Figure[] = [
  {
    name: "law-mutation",
    group: "law",
    unit: "% of mutants found",
    goal: { atLeast: 90 },
    against: `mutants of shared/domain in the reports of the last \`npm run mutation\`, by the domain's own tests; ${without}; none without a report`,
    wholeOnly: true,
    measure: async () => {
      const known = judged();
      for (const [source, { mutants }] of known)
        if (mutants.length > 0)
          process.stderr.write(`${scoreOf(mutants).toFixed(1)} % of ${mutants.length} in ${source}\n`);
      return known.size === 0 ? 0 : scoreOf([...known.values()].flatMap(({ mutants }) => mutants));
    },
  },
  {
    name: "law-mutation-clocks",
    group: "law",
    unit: "survivors not explained",
    goal: { atMost: 0 },
    against: `mutants that no test found in the sources that count days, less those that bench/mutation/explained.ts explains, and sources not judged; ${without}`,
    wholeOnly: true,
    measure: async () => unexplained(judged()),
  },
];
