import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { trackedFiles } from "../tracked-files.ts";

const root = join(import.meta.dirname, "..", "..");
const code = trackedFiles().filter((path) => /\.tsx?$/.test(path));
const product = /^(?:shared|functions|infra|local|web|scripts|bench|tenants)\//;

/** How many lines a file has. */
const linesOf = (path: string): number => readFileSync(join(root, path), "utf8").split("\n").length - 1;

/** The files of the product that are written by hand, the longest first. */
export function productFiles(): readonly { readonly path: string; readonly lines: number }[] {
  return code
    .filter((path) => product.test(path) && !path.includes(".generated."))
    .map((path) => ({ path, lines: linesOf(path) }))
    .toSorted((a, b) => b.lines - a.lines);
}

/** The most lines of a function's `index.ts`: its routes or messages, its operations, its stores and its handler. */
export const mostIndexLines = 12;

/** The `index.ts` of each function, the longest first. */
export function functionIndexes(): ReturnType<typeof productFiles> {
  return productFiles().filter(({ path }) => /^functions\/[^/]+\/index\.ts$/.test(path));
}

/** For each file, by path, the files it imports. */
type Imports = ReadonlyMap<string, readonly string[]>;

/**
 * Returns the relative sources that a file names: of imports and re-exports, of types and values, static and dynamic.
 */
function sourcesIn(code: string): readonly string[] {
  return [...code.matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].flatMap(([, source]) => source ?? []);
}

export function importsOf(files: ReadonlyMap<string, string>): Imports {
  return new Map(
    [...files].map(([path, code]) => {
      const imported = sourcesIn(code).map((source) => posix.join(posix.dirname(path), source));
      return [path, imported.filter((source) => files.has(source))];
    }),
  );
}

/** Returns one path for each circle that a walk of every file meets: `a → b → a`. */
export function circlesIn(imports: Imports): readonly string[] {
  const circles: string[] = [];
  const left = new Set<string>();
  const walk = (path: string, before: readonly string[]): void => {
    const start = before.indexOf(path);
    if (start >= 0) circles.push([...before.slice(start), path].join(" → "));
    if (start >= 0 || left.has(path)) return;
    for (const source of imports.get(path) ?? []) walk(source, [...before, path]);
    left.add(path);
  };
  for (const path of imports.keys()) walk(path, []);
  return circles;
}

/** Returns the circles that the project's own files make by their imports. */
export function importCircles(): readonly string[] {
  return circlesIn(importsOf(new Map(code.map((path) => [path, readFileSync(join(root, path), "utf8")] as const))));
}

/** The most lines of text in a docstring, its tags left out, or in a run of `//` lines. */
export const mostTextLines = 4;

/** Returns how many lines of a docstring have text, up to its first tag such as `@param`. */
function textLines(docstring: string): number {
  const lines = docstring.split("\n").map((line) => line.replace(/^[\s*]+/, ""));
  const tag = lines.findIndex((line) => line.startsWith("@"));
  return lines.slice(0, tag < 0 ? lines.length : tag).filter((line) => line !== "").length;
}

/** Returns `line: n lines` for each docstring, and then each run of `//` lines, that has more text than is allowed. */
export function longCommentsIn(code: string): readonly string[] {
  const docstrings = [...code.matchAll(/^[ \t]*\/\*\*([\s\S]*?)\*\//gm)].map(({ 1: text = "", index }) => ({
    index,
    lines: textLines(text),
  }));
  const runs = [...code.matchAll(/^(?:[ \t]*\/\/.*\n?)+/gm)].map(({ 0: text, index }) => ({
    index,
    lines: text.trimEnd().split("\n").length,
  }));
  return [...docstrings, ...runs]
    .filter(({ lines }) => lines > mostTextLines)
    .map(({ index, lines }) => `${code.slice(0, index).split("\n").length}: ${lines} lines`);
}

/** Returns `file:line: n lines` for each comment of the project's own code that has more text than is allowed. */
export function longComments(): readonly string[] {
  return code
    .filter((path) => !path.includes(".generated."))
    .flatMap((path) => longCommentsIn(readFileSync(join(root, path), "utf8")).map((found) => `${path}:${found}`));
}

/** The most columns of a comment: the formatter breaks code at them, and leaves comments as they are. */
export const mostColumns = 120;

/** Returns `line: n columns` for each line of a comment by itself that is wider than is allowed. */
export function wideCommentsIn(code: string): readonly string[] {
  return code
    .split("\n")
    .flatMap((line, at) =>
      line.length > mostColumns && /^\s*(?:\/?\*|\/\/)/.test(line) ? [`${at + 1}: ${line.length} columns`] : [],
    );
}

/** Returns `file:line: n columns` for each wide comment. */
export function wideComments(): readonly string[] {
  return code.flatMap((path) =>
    wideCommentsIn(readFileSync(join(root, path), "utf8")).map((found) => `${path}:${found}`),
  );
}

/** Words that gave way to another (`docs/glossary.md`), where they stand in code, comments and test names. */
const retired: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\b(?:un)?[Tt]old\b|\b[Tt]ells?\b|\b[Tt]elling\b/, "notify, serve, publish, report, record, state"],
  [/\b[A-Z]\w*Desk\b(?!\w)/, "…Deps"],
  [/\b[Pp]apers\b/, "attachment, document"],
  [/\bguess(?:es|ed)?\b|[Ss]econdDatum|second datum/, "attempt, look-up credential"],
  [/\b[Ff]ates?\b|what became of/, "delivery outcome"],
  [/\b[Pp]ress\.ts|\bopenPress\b|\bbinder\b/, "pdf-renderer, pdf-merge, source pages"],
  [/\bwiring\b/, "permissions"],
  [/knowledge-shown|known-decision|unread-mailbox|taken-act|\bcomings\b|\bdisplaced\b|\bdefused\b/, "see the glossary"],
  [/\b[Ff]ilingId\b|\bFilingRecord\b|\bfilings-\w+/, "submission"],
];

/** Where such a word means something else. */
const allowed: readonly RegExp[] = [/\btell(?:s|ing)? (?:\w+ )?apart\b|\btold apart\b/];

/** Returns `file:line word → instead` for each retired word in code, comments or tests. */
export function retiredWords(): readonly string[] {
  return code
    .filter((file) => file !== "test/lint/house.ts" && !file.includes(".generated."))
    .flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .flatMap((line, at) =>
          retired.flatMap(([word, instead]) => {
            const hit = word.exec(line)?.[0];
            return hit === undefined || allowed.some((pattern) => pattern.test(line))
              ? []
              : [`${file}:${at + 1} ${hit} → ${instead}`];
          }),
        ),
    );
}
