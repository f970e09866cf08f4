import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Canaries } from "../canaries.ts";
import { type Figure, once } from "../figure.ts";

const seed = 20_261_128;

export const sources = [
  "bench/canaries.ts",
  "bench/leaks.ts",
  "bench/lived-office.ts",
  "bench/planted-canaries.ts",
  "functions",
  "local/in-process",
  "shared",
];

/** Lives an office in a process of its own, since it takes the process's clients for good. */
function searched(...given: readonly string[]): Canaries {
  const program = join(import.meta.dirname, "..", "canaries-process.ts");
  const { stdout, stderr } = spawnSync(process.execPath, [program, String(seed), ...given], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const line = stdout.trim().split("\n").at(-1);
  if (!line) throw new Error(stderr);
  return JSON.parse(line);
}

const lived = once(async ({ quick }) => searched(...(quick ? ["4"] : [])));

const against =
  "every way of a claim and every route (four ways with --quick), with a value of its own in each text that people and staff send and in the register's names and addresses, every request refused too: lines of the log with its metrics, messages of queues (a dead letter is one), names and labels of stored objects, addresses asked for and handed out, refusals, and what others are written or answered";

export const figures: readonly Figure[] = [
  {
    name: "canaries-found",
    group: "operate",
    unit: "places",
    goal: { atMost: 0 },
    against: `in which something of a person's stands that may not, and lives that ended early; ${against}`,
    seed,
    measure: async (options) => {
      const { found, ended, canaries, searched: texts } = await lived(options);
      process.stderr.write(`${canaries} canaries; texts: ${JSON.stringify(texts)}\n`);
      for (const each of [...found, ...ended].slice(0, 20)) process.stderr.write(`${each}\n`);
      return found.length + ended.length;
    },
  },
  {
    name: "canaries-kinds",
    group: "operate",
    unit: "kinds",
    goal: { atLeast: 40 },
    against: `fields that such a value was sent in or stood in; ${against}`,
    seed,
    measure: async (options) => (await lived(options)).kinds.length,
  },
  {
    name: "canaries-unnoticed",
    group: "operate",
    unit: "places",
    goal: { atMost: 0 },
    against:
      "of eight, the negative control: in which nothing is found although the sources write the first body that was sent to each",
    seed,
    measure: async () => {
      const { foundAt, searched: texts } = searched("2", "--leaking");
      return Object.keys(texts).filter((place) => !foundAt.some((one) => one === place)).length;
    },
  },
];
