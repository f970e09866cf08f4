import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Figure, groups, isMet } from "./figure.ts";

/** `npm run figures -- [group or name…] [--quick] [--json]` */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
});

const folder = join(import.meta.dirname, "figures");
const page = join(import.meta.dirname, "..", "docs", "figures.md");
const modules = await Promise.all(
  readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file): Promise<{ figures: readonly Figure[] }> => import(join(folder, file))),
);
const figures = modules
  .flatMap((module) => module.figures)
  .filter(
    ({ group, name }) =>
      positionals.length === 0 || positionals.some((asked) => asked === group || name.startsWith(asked)),
  )
  .toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));

interface Row {
  readonly name: string;
  readonly group: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: Figure["goal"];
  readonly met: boolean;
  readonly seed: number | undefined;
  readonly command: string;
  readonly against: string;
}
const rows: Row[] = [];
for (const figure of figures) {
  const { name, group, unit, goal, against, seed } = figure;
  const value = await figure.measure({ quick: values.quick });
  const met = isMet(figure, value);
  rows.push({
    name,
    group,
    value: Number(value.toPrecision(4)),
    unit,
    goal,
    met,
    seed,
    command: `npm run figures -- ${name}`,
    against,
  });
  process.stderr.write(`${met ? "met " : "MISS"} ${name} ${value.toPrecision(4)} ${unit} (${goalText(goal)})\n`);
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
process.exit(0);

function linesOf(commit: string): readonly (readonly [name: string, line: string])[] {
  return rows.map(({ group, name, value, unit, goal, met, against }) => [
    name,
    `| ${group} | ${name} | ${value} ${unit} | ${goalText(goal)} | ${met ? "yes" : "**no**"} | ${against} | ${commit} |`,
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
  const before = readFileSync(page, "utf8").matchAll(/^\| (?!group|---)[^|]+ \| (\S+) \|.*$/gm);
  const all = new Map([...before].map(([line, name = ""]) => [name, line]));
  for (const [name, line] of linesOf(commit)) all.set(name, line);
  const groupOf = (line: string) => groups.findIndex((group) => line.startsWith(`| ${group} `));
  return table([...all.values()].toSorted((one, other) => groupOf(one) - groupOf(other)));
}

function heading(): string {
  return `# Figures

Each row is of the last full-size run of its figure (\`npm run figures -- [group or name…]\`), at the commit it names;
the last of all: ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, Node ${process.version}.
A figure that falls short stays here as such; «stale» says that its sources changed since.
`;
}

function goalText(goal: Figure["goal"]): string {
  return "atMost" in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;
}
