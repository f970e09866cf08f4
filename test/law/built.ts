import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import type { Engine } from "./model/against.ts";

const root = join(import.meta.dirname, "..", "..");

/** Replaces the text `from` by `to` in a source file; `from` must occur exactly once. */
export interface Replacement {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Returns the source with the text replaced. Throws if `from` occurs never or more than once. */
export function replacedSource({ file, from, to }: Replacement): string {
  const source = readFileSync(join(root, file), "utf8");
  if (source.split(from).length !== 2) throw new Error(`${file} does not contain this exactly once: ${from}`);
  return source.replace(from, () => to);
}

/**
 * Caches each counted term by calendar: histories count the same terms again at every act, which took most of the run.
 * The counting code itself stays the engine's and is compared with the oracle in a million cases.
 */
const counting: Replacement = {
  file: "shared/domain/term/due-dates.ts",
  from: "export function withPause(",
  to: `const counted = new WeakMap<LegalCalendar, Map<string, DueDate>>();
export function withPause(term: DaysTerm, pauses: readonly Pause[]): DueDate {
  const known = counted.get(term.calendar) ?? new Map<string, DueDate>();
  counted.set(term.calendar, known);
  const key = [term.from, term.days, ...pauses.flatMap(({ after, through }) => [after, through])].join();
  const due = known.get(key) ?? countedAnew(term, pauses);
  known.set(key, due);
  return due;
}
function countedAnew(`,
};

/**
 * An esbuild plugin that loads the given texts for some sources, by their path from the root, besides the cached
 * counting.
 */
export function withSources(sources: Readonly<Record<string, string>>): Plugin {
  const whole = { [counting.file]: replacedSource(counting), ...sources };
  const replaced = new Map(Object.entries(whole).map(([file, contents]) => [join(root, file), contents]));
  return {
    name: "replaced-sources",
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = replaced.get(path);
        return contents === undefined ? undefined : { contents, loader: "ts", resolveDir: join(path, "..") };
      });
    },
  };
}

const engineSource = ["case/claim", "term/claim-clocks"]
  .map((file, at) => `export { ${["apply, claimAt", "clocksOf"][at]} } from "./shared/domain/${file}.ts";`)
  .join("\n");

/** Builds the engine in memory with the given replacements and imports it. */
export async function builtEngine(...replacements: readonly Replacement[]): Promise<Engine> {
  const { outputFiles } = await build({
    stdin: { contents: engineSource, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    write: false,
    plugins: [withSources(Object.fromEntries(replacements.map((each) => [each.file, replacedSource(each)])))],
  });
  const text = outputFiles[0]?.text ?? "";
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}
