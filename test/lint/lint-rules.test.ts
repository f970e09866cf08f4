import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { houseLines, type Line } from "./house-lines.ts";
import { importTable } from "./import-table.ts";

const root = join(import.meta.dirname, "..", "..");

const imports: Line[] = importTable.flatMap(({ from: path, may, mayNot }) => {
  const line = (source: string, rule: string | undefined): Line => {
    const code = `import type * as ${source.replaceAll(/\W+/g, "_")} from "${source}";`;
    return { path, code, rule, why: "import table" };
  };
  return [
    ...may.map((source) => line(source, undefined)),
    ...mayNot.map((source) => line(source, "noRestrictedImports")),
  ];
});

const rows: readonly Line[] = [...imports, ...houseLines];

interface Diagnostic {
  readonly category: string;
  readonly message: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly start?: { readonly line: number } };
}

interface Rules {
  readonly [group: string]: string | Readonly<Record<string, unknown>>;
}

interface Configuration {
  readonly plugins: readonly (string | { readonly path: string })[];
  readonly linter: { readonly rules: Rules };
  readonly overrides: readonly { readonly linter: { readonly rules: Rules } }[];
}

const configuration: Configuration = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
const pluginFiles = configuration.plugins.map((plugin) => (typeof plugin === "string" ? plugin : plugin.path));
const nameOfPlugin = (file: string): string => file.replace("lint/", "").replace(".grit", "");
/** The rules that biome.json itself switches on: native ones by name, plugins by file. */
const houseRules = new Set([
  ...pluginFiles.map(nameOfPlugin),
  ...[configuration.linter.rules, ...configuration.overrides.map((override) => override.linter.rules)]
    .flatMap((rules) =>
      Object.values(rules).flatMap((group) => (typeof group === "string" ? [] : Object.entries(group))),
    )
    .filter(([, level]) => level !== "off")
    .map(([rule]) => rule),
]);

const tree = mkdtempSync(join(tmpdir(), "lint-rules-"));
/** The rules reported for each `path:line`; line 0 is the file itself. */
const reported = new Map<string, string[]>();

const linesOf = (path: string): Line[] => rows.filter((row) => row.path === path);
const ruleOf = ({ category, message }: Diagnostic): string =>
  category === "plugin" ? message.slice(0, message.indexOf(":")) : category.slice(category.lastIndexOf("/") + 1);
const rulesAt = ({ path, code }: Line): string[] => {
  const line = linesOf(path).findIndex((row) => row.code === code) + 1;
  return [...(reported.get(`${path}:${line}`) ?? []), ...(reported.get(`${path}:0`) ?? [])];
};

beforeAll(() => {
  for (const item of ["biome.json", ".gitignore", "lint"])
    cpSync(join(root, item), join(tree, item), { recursive: true });
  for (const path of new Set(rows.map((row) => row.path))) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    const code = linesOf(path).map((row) => row.code);
    writeFileSync(join(tree, path), `${code.join("\n")}\n`);
  }
  const biome = fileURLToPath(import.meta.resolve("@biomejs/biome/bin/biome"));
  const run = spawnSync(process.execPath, [biome, "lint", "--reporter=json", "--max-diagnostics=none", "."], {
    cwd: tree,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(run.stdout);
  for (const diagnostic of diagnostics) {
    const { path, start } = diagnostic.location;
    const key = `${path}:${start?.line ?? 0}`;
    const rule =
      diagnostic.severity === "error" ? ruleOf(diagnostic) : `${ruleOf(diagnostic)} (${diagnostic.severity})`;
    reported.set(key, [...(reported.get(key) ?? []), rule]);
  }
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe("a forbidden line is an error", () => {
  it.each(rows.filter((row) => row.rule))("$rule: $code in $path ($why)", (row) => {
    expect(rulesAt(row)).toContain(row.rule);
  });
});

describe("an allowed line passes", () => {
  it.each(rows.filter((row) => !row.rule))("$code in $path ($why)", (row) => {
    expect(rulesAt(row).filter((rule) => houseRules.has(rule.split(" ")[0] ?? rule))).toEqual([]);
  });
});

describe("all rules", () => {
  it("have at least one forbidden line here", () => {
    const shown = new Set(rows.flatMap(({ rule }) => rule ?? []));
    expect([...houseRules].filter((rule) => !shown.has(rule))).toEqual([]);
  });

  it("include every plugin of lint/", () => {
    const files = readdirSync(join(root, "lint")).map((file) => `lint/${file}`);
    expect([...pluginFiles].sort()).toEqual(files.sort());
  });

  it("run on every file without failing", () => {
    expect([...reported].filter(([, rules]) => rules.some((rule) => rule.includes("errored")))).toEqual([]);
  });
});
