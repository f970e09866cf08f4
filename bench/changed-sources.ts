import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What takes the place of a text in a source, by its path from the root of the project. */
interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Has the sources that are imported from now on say what the changes say.
 * @throws if a source does not hold exactly once what a change takes the place of
 */
export function changeSources(changes: readonly Change[]): void {
  const sources = new Map<string, string>();
  for (const { file, from, to } of changes) {
    const url = pathToFileURL(join(import.meta.dirname, "..", file)).href;
    const source = sources.get(url) ?? readFileSync(new URL(url), "utf8");
    if (source.split(from).length !== 2) throw new Error(`${file} does not hold this exactly once: ${from}`);
    sources.set(
      url,
      source.replace(from, () => to),
    );
  }
  registerHooks({
    load: (url, given, next) => {
      const source = sources.get(url);
      return source === undefined ? next(url, given) : { format: "module-typescript", source, shortCircuit: true };
    },
  });
}
