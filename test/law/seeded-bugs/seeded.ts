import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { builtEngine, replacedSource, withSources } from "../built.ts";
import { compareHistories } from "../model/against.ts";
import type { Bug } from "./bugs.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/**
 * The number of random histories it takes to find a bug of the engine; undefined if `most` histories do not find it.
 */
export async function historiesToFind(bug: Bug, most: number, seed: number): Promise<number | undefined> {
  const { runs, divergence } = compareHistories({ runs: most, seed, against: await builtEngine(bug), isEnough: true });
  return divergence && runs;
}

/** Modules replaced in every build: the clock, the random numbers and the log, of which each run needs its own. */
const ownSources: Readonly<Record<string, string>> = {
  "functions/runtime/now.ts": `import { clock } from "../../test/law/system/clock.ts";
    export function now() { return clock.now; }
    export function instantOf(epochSeconds) { return new Date(epochSeconds * 1000).toISOString(); }`,
  "functions/runtime/log.ts":
    "export function log() {} export function logCompleted() {} export function logFailure() {}",
  // Draws codes from only twelve a year, so that two claims want the same one as often as in a century of an office.
  "shared/casework/case/new-ids.ts": `import { another, below } from "../../../test/law/system/clock.ts";
    import { codeOf } from "../../domain/claim/claim-code.ts";
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

/** Builds the whole system, with a bug in it or as it is, and imports its histories. */
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
    // Pauses between retries take no time.
    define: { setTimeout: "setImmediate" },
    plugins: [withSources({ ...ownSources, ...(bug && { [bug.file]: replacedSource(bug) }) })],
  });
  try {
    return await import(/* @vite-ignore */ pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

/**
 * Runs up to `most` random histories of the whole system, with a bug in it or as it is; returns how many ran and the
 * first finding.
 */
export async function liveSystem(bug: Bug | undefined, most: number, seed: number, mayGoOn = () => true) {
  const built = systems.get(bug) ?? systemWith(bug);
  systems.set(bug, built);
  return (await built).liveHistories(most, seed, mayGoOn);
}

const systems = new Map<Bug | undefined, Promise<SystemHistories>>();
