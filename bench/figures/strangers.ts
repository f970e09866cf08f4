import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Figure, once } from "../figure.ts";
import type { Strangers } from "../strangers.ts";

const seed = 20_261_128;

export const sources = [
  "bench/lived-office.ts",
  "bench/removed-guards.ts",
  "bench/strangers.ts",
  "functions",
  "shared/contract",
  "test/functions/who-may.ts",
];

/** Lives an office in a process of its own, since it takes the process's clients for good. */
const sent = once(async ({ quick }): Promise<Strangers> => {
  const program = join(import.meta.dirname, "..", "strangers-process.ts");
  const given = [program, quick ? "1" : "20", String(seed)];
  const { stdout, stderr } = spawnSync(process.execPath, given, { encoding: "utf8", maxBuffer: 1e9 });
  const line = stdout.trim().split("\n").at(-1);
  if (!line) throw new Error(stderr);
  return JSON.parse(line);
});

const against =
  "each request of every way of a claim, up to 20 of a route (one with --quick), sent whole and with its key by everybody who may not send it, before it is answered well and after; what no way sends is taken from the routes' rows or drawn from their schemas";

export const figures: readonly Figure[] = [
  {
    name: "strangers-let-in",
    group: "operate",
    unit: "answers",
    goal: { atMost: 0 },
    against: `that are not the refusal of who somebody is or what is theirs, or for which anything was written; ${against}`,
    seed,
    measure: async (options) => {
      const { faults, attempts } = await sent(options);
      process.stderr.write(`${attempts} requests of strangers\n`);
      for (const each of faults.slice(0, 20)) process.stderr.write(`${each}\n`);
      return faults.length;
    },
  },
  {
    name: "strangers-unproved",
    group: "operate",
    unit: "routes",
    goal: { atMost: 0 },
    against: `not for everybody, of which no request was seen that who may send it is not refused for its form; ${against}`,
    seed,
    measure: async (options) => {
      const { done, whole, unproved } = await sent(options);
      process.stderr.write(`done: ${done.length} routes; refused by what is known: ${whole.join(", ")}\n`);
      return unproved.length;
    },
  },
  {
    name: "strangers-unnoticed",
    group: "operate",
    unit: "guards",
    goal: { atMost: 0 },
    against: `of nine that are taken out of the sources one at a time, the negative control: without which nobody comes further; ${against}`,
    seed,
    measure: async (options) => (await sent(options)).unnoticed.length,
  },
];
