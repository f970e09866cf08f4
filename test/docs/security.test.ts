import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/bundle.ts";

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const figures = read("docs/figures.md");

/** The rows of the tables of a page, as cells. */
const rowsOf = (page: string): string[][] =>
  read(page)
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| ---"))
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim()));

/** What stands between backticks and is a path of the project; anything else is code. */
const isPath = (text: string): boolean =>
  /^(?:docs|functions|infra|local|scripts|shared|tenants|test|web|\.ci)\/|^[\w-]+\.(?:ts|md|json)$/.test(text);

/**
 * Returns what a text names and is not there: files, names in them (`file#name`), tests («…», of the file before),
 * figures.
 */
function missingOf(text: string): string[] {
  const missing: string[] = [];
  let file = "";
  for (const [, code, title] of text.matchAll(/`([^`]+)`|«([^»]+)»/g)) {
    const [path = "", name] = code?.split("#") ?? [];
    if (title !== undefined && file.startsWith("test/") && !read(file).includes(title))
      missing.push(`${file} «${title}»`);
    if (!isPath(path)) continue;
    file = existsSync(join(root, path)) ? path : "";
    if (file === "") missing.push(path);
    else if (name !== undefined && !read(path).includes(name)) missing.push(`${path}#${name}`);
  }
  const figured = [...text.matchAll(/figures ((?:`[^`]+`(?:, )?)+)/g)].flatMap(([, names = ""]) => names.split(", "));
  const gone = figured.map((name) => name.replaceAll("`", "")).filter((name) => !figures.includes(name));
  return [...missing, ...gone.map((name) => `the figure ${name}`)];
}

describe("the page of threats", () => {
  const rows = rowsOf("docs/security.md").filter(([id = ""]) => /^A\d+$/.test(id));

  it("has a row for each of the twenty, with a control and a test", () => {
    expect(rows.map(([id]) => id)).toEqual(Array.from({ length: 20 }, (_, at) => `A${at + 1}`));
    expect(
      rows.filter(([, , control = "", test = ""]) => !/`[^`]+\/[^`]+`/.test(control) || !/`test\//.test(test)),
    ).toEqual([]);
  });

  it.each(rows.map(([id = "", , ...cells]) => [id, cells] as const))(
    "%s names files, names and tests that exist",
    (_, cells) => {
      expect(cells.flatMap(missingOf)).toEqual([]);
    },
  );

  it("would be found wrong by a file, a name or a test that is gone", () => {
    expect(missingOf("`functions/runtime/gone.ts`")).toEqual(["functions/runtime/gone.ts"]);
    expect(missingOf("`functions/runtime/now.ts#gone`")).toEqual(["functions/runtime/now.ts#gone"]);
    expect(missingOf("`test/law/unswept.test.ts` «is gone»")).toEqual(["test/law/unswept.test.ts «is gone»"]);
    expect(missingOf("figures `a-figure-gone`")).toEqual(["the figure a-figure-gone"]);
  });
});

/** The requirements of levels 1 and 2 of ASVS 5.0.0, by section: how many there are, numbered from 1. */
const asked: Readonly<Record<string, number>> = {
  "1.1": 2,
  "1.2": 9,
  "1.3": 11,
  "1.4": 3,
  "1.5": 2,
  "2.1": 3,
  "2.2": 3,
  "2.3": 4,
  "2.4": 1,
  "3.2": 2,
  "3.3": 4,
  "3.4": 6,
  "3.5": 5,
  "3.7": 2,
  "4.1": 3,
  "4.2": 1,
  "4.3": 2,
  "4.4": 4,
  "5.1": 1,
  "5.2": 3,
  "5.3": 2,
  "5.4": 3,
  "6.1": 3,
  "6.2": 12,
  "6.3": 4,
  "6.4": 4,
  "6.5": 5,
  "6.6": 3,
  "6.8": 4,
  "7.1": 3,
  "7.2": 4,
  "7.3": 2,
  "7.4": 5,
  "7.5": 2,
  "7.6": 2,
  "8.1": 2,
  "8.2": 3,
  "8.3": 1,
  "8.4": 1,
  "9.1": 3,
  "9.2": 4,
  "10.1": 2,
  "10.2": 2,
  "10.3": 4,
  "10.4": 11,
  "10.5": 5,
  "10.6": 2,
  "10.7": 3,
  "11.1": 2,
  "11.2": 3,
  "11.3": 3,
  "11.4": 4,
  "11.5": 1,
  "11.6": 1,
  "12.1": 3,
  "12.2": 2,
  "12.3": 4,
  "13.1": 1,
  "13.2": 5,
  "13.3": 2,
  "13.4": 5,
  "14.1": 2,
  "14.2": 4,
  "14.3": 3,
  "15.1": 3,
  "15.2": 3,
  "15.3": 7,
  "16.1": 1,
  "16.2": 5,
  "16.3": 4,
  "16.4": 3,
  "16.5": 3,
  "17.1": 1,
  "17.2": 4,
  "17.3": 2,
};
const requirements = Object.entries(asked).flatMap(([section, most]) =>
  Array.from({ length: most }, (_, at) => `${section}.${at + 1}`),
);

/** Returns the requirements of a cell such as `6.2.4, 6.2.12` or `1.2.6–1.2.8`. */
const named = (cell: string): string[] =>
  cell.split(", ").flatMap((part) => {
    const [from = "", to = from] = part.split("–");
    return requirements.slice(requirements.indexOf(from), requirements.indexOf(to) + 1);
  });

describe("the page of ASVS", () => {
  const rows = rowsOf("docs/asvs.md").filter(([id = ""]) => /^\d/.test(id));

  it("answers each of the 253 requirements of levels 1 and 2 once", () => {
    expect(requirements).toHaveLength(253);
    expect(rows.flatMap(([id = ""]) => named(id)).toSorted()).toEqual(requirements.toSorted());
  });

  it("answers each by whether it is met, and names files that exist", () => {
    expect(rows.filter(([, , answer = ""]) => !/^(Met|In part|Not met|Not applicable|By AWS)\b/.test(answer))).toEqual(
      [],
    );
    expect(rows.flatMap((cells) => cells.flatMap(missingOf))).toEqual([]);
  });
});
