import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { refused, typedArguments } from "../scripts/typed-arguments.ts";
import { type Figure, groups, type Verdict, verdictOf } from "./figure.ts";
import { programOf } from "./program.ts";
import { keptRows, markedRow, type StaleRow, staleRows } from "./stale.ts";

const usage = `npm run figures -- [group or name…] [--quick] [--json]
npm run figures -- --stale
Measures figures, all if none is named, and writes their rows of docs/figures.md. With --stale measures nothing: lists the rows
whose sources changed since their commit, and marks them.`;

const { values, positionals } = typedArguments(usage, {
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    stale: { type: "boolean", default: false },
  },
});

const folder = join(import.meta.dirname, "figures");
const page = join(import.meta.dirname, "..", "docs", "figures.md");
const modules = await Promise.all(
  readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map(async (file) => {
      const { figures, sources }: { figures: readonly Figure[]; sources: readonly string[] } = await import(
        join(folder, file)
      );
      return { figures, sources: [...sources, `bench/figures/${file}`] };
    }),
);
const sourcesOf = new Map(
  modules.flatMap(({ figures: own, sources }) => own.map(({ name }) => [name, sources] as const)),
);
if (values.stale) {
  const rows = staleNow();
  for (const { name, commit, why } of rows) process.stdout.write(`${name} ${commit}: ${why}\n`);
  writeFileSync(page, marked(rows));
  process.exit(0);
}
const known = modules.flatMap((module) => module.figures);
const isOf = ({ group, name }: Figure, asked: string): boolean => asked === group || name.startsWith(asked);
const unknown = positionals.find((asked) => !known.some((figure) => isOf(figure, asked)));
if (unknown !== undefined) refused(`There is no figure ${unknown}`, usage);
const figures = known
  .filter((figure) => positionals.length === 0 || positionals.some((asked) => isOf(figure, asked)))
  .toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));

interface Row {
  readonly name: string;
  readonly group: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: Figure["goal"];
  readonly verdict: Verdict;
  readonly seed: number | undefined;
  readonly command: string;
  readonly against: string;
}
const rows: Row[] = [];
const unmeasured: string[] = [];
for (const figure of figures) {
  const { name, group, unit, goal, against, seed } = figure;
  const value = await measured(figure);
  if (value === undefined) continue;
  const verdict = verdictOf(figure, value, values.quick);
  rows.push({
    name,
    group,
    value: Number(value.toPrecision(4)),
    unit,
    goal,
    verdict,
    seed,
    command: `npm run figures -- ${name}`,
    against,
  });
  process.stderr.write(`${name} ${value.toPrecision(4)} ${unit} (${goalText(goal)}): ${verdict}\n`);
}
if (values.json)
  process.stdout.write(
    `${JSON.stringify(
      rows.map(({ against: _, ...row }) => row),
      null,
      2,
    )}\n`,
  );
else process.stdout.write(`${table()}\n`);
if (!values.quick && !values.json) writeFileSync(page, `${heading()}\n${kept()}\n`);
process.exit(unmeasured.length > 0 ? 1 : 0);

/** Returns the value of a figure; undefined if it cannot be measured here, which keeps its row and no other's. */
async function measured(figure: Figure): Promise<number | undefined> {
  try {
    return await figure.measure({ quick: values.quick });
  } catch (failure) {
    process.stderr.write(`${figure.name} was not measured: ${failure instanceof Error ? failure.message : failure}\n`);
    unmeasured.push(figure.name);
    return undefined;
  }
}

function linesOf(commit: string): readonly (readonly [name: string, line: string])[] {
  return rows.map(({ group, name, value, unit, goal, verdict, against }) => [
    name,
    `| ${group} | ${name} | ${value} ${unit} | ${goalText(goal)} | ${verdict === "met" ? "yes" : verdict === "short" ? "**no**" : verdict} | ${against} | ${commit} |`,
  ]);
}

function table(lines: Iterable<string> = linesOf("now").map(([, line]) => line)): string {
  const head = [
    "| group | figure | value | goal | met | against | commit |",
    "| --- | --- | --- | --- | --- | --- | --- |",
  ];
  return [...head, ...lines].join("\n");
}

/** Returns the table for `docs/figures.md`, sorted by group: the page's rows, those of this run replaced or added. */
function kept(): string {
  const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).stdout.trim();
  const stale = new Set(staleNow().map(({ name }) => name));
  const before = keptRows(readFileSync(page, "utf8")).filter(({ name }) => sourcesOf.has(name));
  const all = new Map(before.map((row) => [row.name, markedRow(row, stale.has(row.name))]));
  for (const [name, line] of linesOf(commit)) all.set(name, line);
  const groupOf = (line: string) => groups.findIndex((group) => line.startsWith(`| ${group} `));
  return table([...all.values()].toSorted((one, other) => groupOf(one) - groupOf(other)));
}

/** Returns the rows of the page that have to be measured again. */
function staleNow(): readonly StaleRow[] {
  const git = (...given: string[]) => spawnSync("git", given, { encoding: "utf8" });
  const doesOther = (commit: string, file: string): boolean => {
    const before = git("show", `${commit}:${file}`);
    if (before.status !== 0 || !existsSync(file)) return true;
    return programOf(file, before.stdout) !== programOf(file, readFileSync(file, "utf8"));
  };
  const changed = (commit: string, sources: readonly string[]): Iterable<string> | undefined => {
    if (git("cat-file", "-e", `${commit}^{commit}`).status !== 0) return undefined;
    const files = git("diff", "--name-only", "--no-renames", commit, "--", ...sources).stdout.split("\n");
    return (function* () {
      for (const file of files) if (file !== "" && doesOther(commit, file)) yield file;
    })();
  };
  return staleRows(keptRows(readFileSync(page, "utf8")), (name) => sourcesOf.get(name), changed);
}

/** Returns the page with its stale rows marked and no others. */
function marked(rows: readonly StaleRow[]): string {
  const text = readFileSync(page, "utf8");
  const stale = new Set(rows.map(({ name }) => name));
  return keptRows(text).reduce((all, row) => all.replace(row.line, () => markedRow(row, stale.has(row.name))), text);
}

function heading(): string {
  return `# Figures

Each row is of the last full-size run of its figure (\`npm run figures -- [group or name…]\`), at the commit it names;
the last of all: ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, Node ${process.version}.
A figure that falls short stays here as such; «stale» says that its sources changed since (\`npm run figures -- --stale\`
lists which, by what its programs do, not by their comments). What the commonest requests cost in the store is held by \`test/functions/units.test.ts\`.
`;
}

function goalText(goal: Figure["goal"]): string {
  return "atMost" in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;
}
