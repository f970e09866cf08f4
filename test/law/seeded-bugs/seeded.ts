import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { compareHistories, type Engine } from "../model/against.ts";
import type { Bug } from "./bugs.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/** The bug's source with the bug in it; throws if the place it goes is not there, or there twice. */
export function seededSource({ name, file, from, to }: Bug): string {
  const source = readFileSync(join(root, file), "utf8");
  if (source.split(from).length !== 2) throw new Error(`${name}: its place in ${file} is not there once`);
  return source.replace(from, () => to);
}

const engineSource = ["apply, claimAt", "clocksOf"]
  .map((names, at) => `export { ${names} } from "./shared/domain/claim${["", "-clocks"][at]}.ts";`)
  .join("\n");

/** Puts other text in the place of some sources, by their path from the root. */
function withSources(sources: Readonly<Record<string, string>>): Plugin {
  const replaced = new Map(Object.entries(sources).map(([file, contents]) => [join(root, file), contents]));
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

/** The engine with a bug in it, built in memory. */
async function engineWith(bug: Bug): Promise<Engine> {
  const { outputFiles } = await build({
    stdin: { contents: engineSource, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    write: false,
    plugins: [withSources({ [bug.file]: seededSource(bug) })],
  });
  const text = outputFiles[0]?.text ?? "";
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}

/** How many random histories it takes to find a bug of the engine; nothing if so many do not. */
export async function historiesToFind(bug: Bug, most: number, seed: number): Promise<number | undefined> {
  const { runs, divergence } = compareHistories({ runs: most, seed, against: await engineWith(bug), isEnough: true });
  return divergence && runs;
}

/** What of the system is the histories' own: its time, its dice and its log, of which a run needs one each. */
const ownSources: Readonly<Record<string, string>> = {
  "functions/runtime/now.ts": `import { clock } from "../../test/law/system/clock.ts";
    export function now() { return clock.now; }
    export function instantOf(epochSeconds) { return new Date(epochSeconds * 1000).toISOString(); }`,
  "functions/runtime/log.ts": "export function log() {} export function logFailure() {}",
  // Codes from a deck of twelve a year: two that want the same one meet as often as in a century of an office.
  "shared/casework/new-ids.ts": `import { another, below } from "../../test/law/system/clock.ts";
    import { codeOf } from "../domain/claim-code.ts";
    export function newTimeId(now) { return Date.parse(now).toString(36).padStart(9, "0") + another(); }
    export function newSecret() { return "secret" + another(); }
    export function newCode(format, filedOn) { return codeOf(format, Number(filedOn.slice(0, 4)), below(12)); }`,
};

interface SystemHistories {
  readonly liveHistories: (most: number, seed: number) => Promise<{ readonly runs: number; readonly found?: string }>;
}

let builds = 0;

/** Histories of the whole system, its functions built with a bug in them, or as they are. */
async function systemWith(bug: Bug | undefined): Promise<SystemHistories> {
  builds += 1;
  const folder = join(root, ".cache", "seeded-bugs");
  const outfile = join(folder, `system-${process.pid}-${builds}.mjs`);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [join(root, "test", "law", "system", "histories.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outfile,
    // Nobody waits: what pauses before it tries again goes on at once.
    define: { setTimeout: "setImmediate" },
    plugins: [withSources({ ...ownSources, ...(bug && { [bug.file]: seededSource(bug) }) })],
  });
  try {
    return await import(/* @vite-ignore */ pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** Lives random histories of the whole system, with a bug in it or as it is: how many, and what they found. */
export async function liveSystem(bug: Bug | undefined, most: number, seed: number) {
  const built = systems.get(bug) ?? systemWith(bug);
  systems.set(bug, built);
  return (await built).liveHistories(most, seed);
}

const systems = new Map<Bug | undefined, Promise<SystemHistories>>();
