import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Figure, once } from "../figure.ts";
import type { LivedMonths } from "../lived-months.ts";
import type { Drilled } from "../restore-drill.ts";

const seed = 20_261_128;

export const sources = [
  "bench/lived-months.ts",
  "bench/restore-drill.ts",
  "bench/silence-work.ts",
  "functions/redeliver",
  "functions/render-documents/certify-silence.ts",
  "functions/sweep",
  "scripts/fsck",
  "scripts/restore",
  "shared/casework",
  "shared/storage",
];

/** In MB: a table of 100,000 claims is some gigabytes in memory, and one of claims that are over as many for half. */
const heap = { drill: 18_000, months: 8_000 } as const;

function ofProcess<Came>(of: keyof typeof heap, ...given: readonly number[]): Came {
  const program = join(import.meta.dirname, "..", "restore-process.ts");
  const asked = [`--max-old-space-size=${heap[of]}`, program, ...given.map(String)];
  const { stdout, stderr } = spawnSync(process.execPath, asked, { encoding: "utf8", maxBuffer: 1e9 });
  const line = stdout.trim().split("\n").at(-1);
  if (!line) throw new Error(stderr);
  return JSON.parse(line);
}

const drilled = once(async ({ quick }) => ofProcess<Drilled>("drill", quick ? 300 : 100_000, seed));

const against =
  "100,000 claims with their cargos (300 with --quick), of which 30,000 are wholly taken from the table and 4,500 in part while 10,000 more are filed; brought back from an instant before the damage; stores in memory";

export const figures: readonly Figure[] = [
  {
    name: "restore-minutes",
    group: "operate",
    unit: "min",
    goal: { atMost: 10 },
    against: `from the restored table to the last line of the check; ${against}`,
    seed,
    wholeOnly: true,
    measure: async (options) => (await drilled(options)).seconds / 60,
  },
  {
    name: "restore-lost-filings",
    group: "operate",
    unit: "filings",
    goal: { atMost: 0 },
    against: `acknowledged filings that are not there afterwards, or not as acknowledged, and what the check finds wrong; ${against}`,
    seed,
    measure: async (options) => {
      const { lost, faults } = await drilled(options);
      for (const each of [...lost, ...faults].slice(0, 20)) process.stderr.write(`${each}\n`);
      return lost.length + faults.length;
    },
  },
  {
    name: "restore-unnamed-filings",
    group: "operate",
    unit: "filings",
    goal: { atMost: 0 },
    against: `with the table itself gone: filings after the restored instant that the check does not name by their cargos; ${against}`,
    seed,
    measure: async (options) => (await drilled(options)).unnamed.length,
  },
  {
    name: "months-lost-filings",
    group: "operate",
    unit: "filings",
    goal: { atMost: 0 },
    against:
      "24 months with 2,084 claims each, 50,016 in all (8 months with 10 with --quick), each granted by silence, certified and carried out, each night's deliveries and sweep, six hours in which the store fails in the middle of filings, three nights without the sweep, three days declared afterwards to have been no working days; every fourth month damage takes a third of all claims, filings stop and the table is copied back: acknowledged filings that are not there at the end, or not as acknowledged, and what the check finds wrong after each restore but for claims that nobody decided in time; stores in memory",
    seed,
    measure: async ({ quick }) => {
      const lived = ofProcess<LivedMonths>("months", quick ? 10 : 2_084, seed, quick ? 8 : 24);
      const { lost, faults, ...counted } = lived;
      process.stderr.write(`${JSON.stringify(counted)}\n`);
      for (const each of [...lost, ...faults].slice(0, 20)) process.stderr.write(`${each}\n`);
      return lost.length + faults.length;
    },
  },
];
