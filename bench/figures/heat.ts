import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "../../scripts/build.ts";
import { type Figure, once } from "../figure.ts";

/** By partition, or by item: so many units, or writes. */
type By = Readonly<Record<string, number>>;
interface Asked {
  readonly times: number;
  readonly writeUnits: By;
  readonly readUnits: By;
  readonly writes: By;
}
interface Found {
  readonly claims: Asked;
  readonly lookUps: Asked;
}

const root = join(import.meta.dirname, "..", "..");
/** What comes on a day to an office a hundred times as large, all of it in five hours. */
const aDay = { claims: 3_400, lookUps: 500_000 } as const;
const seconds = 5 * 3_600;
/** What is of one claim or person, and not of those that come after. */
const isOfOne = /^claims (?:CLAIM|ACCOUNT)#/;
/** A slot of an agenda has room for so many and is then left alone. */
const hasRoomForFew = /^claims SLOTS#/;

/** In a process of its own, whose clock and stores are replaced. */
const heat = once(async ({ quick }): Promise<Found> => {
  build(["functions", "assembly"]);
  const program = join(root, "bench", "heat-process.ts");
  const { stdout, stderr } = spawnSync(process.execPath, [program, quick ? "few" : "quick"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  const line = stdout.trim().split("\n").at(-1) ?? "";
  if (!line.startsWith("{")) throw new Error(`the lives ended without a count: ${stderr}`);
  return JSON.parse(line);
});

/** Returns the most units that a partition gets in a second, and says which partitions get most. */
function hottest(found: Found, of: "writeUnits" | "readUnits"): number {
  const perSecond = new Map<string, number>();
  for (const kind of ["claims", "lookUps"] as const)
    for (const [key, units] of Object.entries(found[kind][of])) {
      if (isOfOne.test(key)) continue;
      const share = ((units / found[kind].times) * aDay[kind]) / seconds;
      perSecond.set(key, (perSecond.get(key) ?? 0) + share);
    }
  const most = [...perSecond].toSorted(([, one], [, other]) => other - one).slice(0, 5);
  process.stderr.write(`${of} a second: ${most.map(([key, units]) => `${key} ${units.toFixed(2)}`).join(", ")}\n`);
  return most[0]?.[1] ?? Number.NaN;
}

/** Returns how many items are written as often as claims are decided or receipts looked up, and says which. */
function writtenByAll({ claims, lookUps }: Found): number {
  const items = [claims, lookUps].flatMap(({ times, writes }) =>
    Object.entries(writes).flatMap(([key, count]) =>
      count >= times && !isOfOne.test(key) && !hasRoomForFew.test(key) ? [key] : [],
    ),
  );
  process.stderr.write(`written by all: ${items.join(", ") || "none"}\n`);
  return items.length;
}

const day =
  "3,400 claims a day that live to their end and 500,000 look-ups by as many people, in five hours; 363 lives in process (20 with --quick), workers by queue and stream included, schedules not; days are taken together, as each day has as many claims of each age";

const figure = (name: string, unit: string, atMost: number, against: string, of: (found: Found) => number): Figure => ({
  name: `heat-${name}`,
  group: "operate",
  unit,
  goal: { atMost },
  against,
  measure: async (options) => of(await heat(options)),
});

export const sources = [
  "bench/heat.ts",
  "bench/heat-process.ts",
  "bench/replay",
  "bench/units.ts",
  "functions",
  "local/in-process",
  "shared/casework",
  "shared/storage",
];

export const figures: readonly Figure[] = [
  figure("writes", "WU/s", 100, `in the partition of a table or index that gets most: ${day}`, (found) =>
    hottest(found, "writeUnits"),
  ),
  figure("reads", "RU/s", 300, `in the partition of a table or index that gets most: ${day}`, (found) =>
    hottest(found, "readUnits"),
  ),
  figure(
    "items",
    "items",
    0,
    "written as often as claims are decided, or receipts looked up; without the slots of agendas, which have room for few, and what is counted in batches; of the same lives",
    writtenByAll,
  ),
];
