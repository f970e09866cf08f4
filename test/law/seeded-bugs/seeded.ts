import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { builtEngine, replacedSource, withSources } from "../built.ts";
import { compareHistories } from "../model/against.ts";
import type { Bug } from "./bugs.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/** How many random histories it takes to find a bug of the engine; nothing if so many do not. */
export async function historiesToFind(bug: Bug, most: number, seed: number): Promise<number | undefined> {
  const { runs, divergence } = compareHistories({ runs: most, seed, against: await builtEngine(bug), isEnough: true });
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
  readonly liveHistories: (
    most: number,
    seed: number,
    mayGoOn: () => boolean,
  ) => Promise<{ readonly runs: number; readonly found?: string }>;
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
    plugins: [withSources({ ...ownSources, ...(bug && { [bug.file]: replacedSource(bug) }) })],
  });
  try {
    return await import(/* @vite-ignore */ pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** Lives random histories of the whole system, with a bug in it or as it is: how many, and what they found. */
export async function liveSystem(bug: Bug | undefined, most: number, seed: number, mayGoOn = () => true) {
  const built = systems.get(bug) ?? systemWith(bug);
  systems.set(bug, built);
  return (await built).liveHistories(most, seed, mayGoOn);
}

const systems = new Map<Bug | undefined, Promise<SystemHistories>>();
