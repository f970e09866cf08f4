import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Figure, once } from "../figure.ts";

interface Rights {
  readonly used: readonly string[];
  readonly missing: readonly string[];
  readonly unnoticed: readonly string[];
}

export const sources = ["bench/rights.ts", "bench/replay", "functions", "shared/permissions.ts", "shared/storage"];

/** Replays an office in a process of its own, since it takes the process's clients for good. */
const heard = once(async ({ quick }): Promise<Rights> => {
  const program = join(import.meta.dirname, "..", "rights-process.ts");
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...(quick ? ["--few"] : [])], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const line = stdout.trim().split("\n").at(-1);
  if (!line) throw new Error(stderr);
  return JSON.parse(line);
});

const against =
  "calls of every store by every function while a tenth of the utility's five months is replayed (three days with --quick), by action, resource, index and beginning of key";

export const figures: readonly Figure[] = [
  {
    name: "rights-missing",
    group: "operate",
    unit: "calls",
    goal: { atMost: 0 },
    against: `that no right of the function covers; ${against}`,
    measure: async (options) => {
      const { missing } = await heard(options);
      for (const each of missing) process.stderr.write(`${each}\n`);
      return missing.length;
    },
  },
  {
    name: "rights-unnoticed",
    group: "operate",
    unit: "calls",
    goal: { atMost: 0 },
    against: `that would not be missed if their right were taken away, the negative control; ${against}`,
    measure: async (options) => (await heard(options)).unnoticed.length,
  },
  {
    name: "rights-used",
    group: "operate",
    unit: "calls",
    goal: { atLeast: 80 },
    against: `that differ; ${against}`,
    measure: async (options) => (await heard(options)).used.length,
  },
];
