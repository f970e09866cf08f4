import { readFileSync, writeFileSync } from "node:fs";
import { foundIn, idleChecks, inItsThread } from "../../test/corpora/checked-corpus.ts";
import type { CorpusFile } from "../../test/corpora/corpus.ts";
import { goodFiles } from "../../test/corpora/good-files.ts";
import { heavyFiles, hostileFiles } from "../../test/corpora/hostile-files.ts";
import { type Figure, once } from "../figure.ts";

interface Checked {
  readonly hostile: number;
  readonly good: number;
  readonly promoted: readonly string[];
  readonly mistaken: readonly string[];
  readonly refused: readonly string[];
  readonly slowest: number;
  readonly most: number;
  readonly idle: readonly string[];
}

/**
 * Starts a measurement. The function it returns gives the most memory that the process has held since then, in MB above
 * what it held at the start. Linux only.
 */
function peakSince(): () => number {
  const status = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024;
  writeFileSync("/proc/self/clear_refs", "5");
  const before = status("VmRSS");
  return () => status("VmHWM") - before;
}

/** Runs every file through the whole check, each in a thread of its own, one after the other. */
const checked = once(async ({ quick }): Promise<Checked> => {
  const heavy = heavyFiles();
  const [good, hostile] = [await goodFiles({ quick }), [...(await hostileFiles({ quick })), ...heavy]];
  let [slowest, most] = [0, 0];
  const causeOf = async (file: CorpusFile) => {
    const [started, peak] = [process.cpuUsage(), peakSince()];
    const cause = await inItsThread(file);
    const { user, system } = process.cpuUsage(started);
    slowest = Math.max(slowest, (user + system) / 1_000_000);
    most = Math.max(most, peak());
    return cause;
  };
  const named = ({ contentType, name }: CorpusFile) => `${contentType}: ${name}`;
  const [promoted, mistaken, refused]: [string[], string[], string[]] = [[], [], []];
  for (const file of hostile) {
    const cause = await causeOf(file);
    if (cause === undefined) promoted.push(named(file));
    else if (cause !== file.cause) mistaken.push(`${named(file)}: ${cause}`);
  }
  for (const file of good) if ((await causeOf(file)) !== undefined) refused.push(named(file));
  // Left out: causes found before a file is opened, and the files that only their thread's limits end.
  const outside = ["empty", "not-as-announced"];
  const found = [];
  for (const file of hostile.filter((one) => !heavy.includes(one) && !outside.includes(one.cause)))
    found.push(await foundIn(file));
  const idle = await idleChecks(found);
  for (const line of [...promoted, ...mistaken, ...refused, ...idle]) process.stderr.write(`${line}\n`);
  return { hostile: hostile.length, good: good.length, promoted, mistaken, refused, slowest, most, idle };
});

const figure = (
  name: string,
  unit: string,
  goal: Figure["goal"],
  against: string,
  of: (found: Checked) => number,
): Figure => ({
  name: `corpora-${name}`,
  // Beside other work, seconds say nothing.
  wholeOnly: unit === "s",
  group: "operate",
  unit,
  goal,
  against,
  measure: async (options) => of(await checked(options)),
});

export const sources = ["functions/accept-uploads", "test/corpora"];

export const figures: readonly Figure[] = [
  figure(
    "hostile",
    "files",
    { atLeast: 120 },
    "files made to harm or that cannot be read, by code, the same each time",
    (one) => one.hostile,
  ),
  figure(
    "hostile-promoted",
    "files",
    { atMost: 0 },
    "the hostile files that would have been received",
    (one) => one.promoted.length,
  ),
  figure(
    "hostile-mistaken",
    "files",
    { atMost: 0 },
    "the hostile files whose sender is given another cause than theirs",
    (one) => one.mistaken.length,
  ),
  figure(
    "good",
    "files",
    { atLeast: 60 },
    "files as telephones, scanners and six producers make them, PDF/A and signed ones among them",
    (one) => one.good,
  ),
  figure(
    "good-refused",
    "files",
    { atMost: 0 },
    "the good files that would not have been received",
    (one) => one.refused.length,
  ),
  figure(
    "slowest",
    "s",
    { atMost: 5 },
    "the most any file of both took of a processor, its thread's start and the collection of garbage included",
    (one) => one.slowest,
  ),
  figure(
    "memory",
    "MB",
    { atMost: 256 },
    "the most the process held over what it held before, for any file of both (VmHWM)",
    (one) => one.most,
  ),
  figure(
    "idle-checks",
    "checks",
    { atMost: 0 },
    "checks without which no hostile file passes that does not pass now: the negative control",
    (one) => one.idle.length,
  ),
];
