import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Crashes } from "../crash-points.ts";
import { type Figure, once } from "../figure.ts";

export const sources = ["bench/crash-points.ts", "bench/lived-office.ts", "functions", "local/in-process", "shared"];

/** Lives an office in a process of its own, since it takes the process's clients for good. */
const stopped = once(async ({ quick }): Promise<Crashes> => {
  const program = join(import.meta.dirname, "..", "crash-points-process.ts");
  const given = [program, quick ? "1" : "2", ...(quick ? ["2"] : [])];
  const { stdout, stderr } = spawnSync(process.execPath, given, { encoding: "utf8", maxBuffer: 1e9 });
  const line = stdout.trim().split("\n").at(-1);
  if (!line) throw new Error(stderr);
  return JSON.parse(line);
});

const against =
  "each request of every way of a claim that writes, twice a route (once and of two ways with --quick), its process or a worker's stopped before and after each write that it makes or causes, and given again";

export const figures: readonly Figure[] = [
  {
    name: "crash-points-differing",
    group: "operate",
    unit: "stops",
    goal: { atMost: 0 },
    against: `after which the answer, the tables, the buckets or who was written to are not as without the stop; ${against}`,
    measure: async (options) => {
      const { faults } = await stopped(options);
      for (const each of faults.slice(0, 20)) process.stderr.write(`${each}\n`);
      return faults.length;
    },
  },
  {
    name: "crash-points",
    group: "operate",
    unit: "stops",
    goal: { atLeast: 200 },
    against,
    measure: async (options) => {
      const { points, routes } = await stopped(options);
      process.stderr.write(`${routes.length} routes\n`);
      return points;
    },
  },
];
