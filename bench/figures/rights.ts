import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Figure, once } from "../figure.ts";
import { grantedRights, unusedRights } from "../rights.ts";
import { explainedRights } from "../unused-rights.ts";

interface Rights {
  readonly used: readonly string[];
  readonly missing: readonly string[];
  readonly unnoticed: readonly string[];
}

export const sources = [
  "bench/rights.ts",
  "bench/unused-rights.ts",
  "bench/lived-office.ts",
  "bench/replay",
  "functions",
  "shared/permissions.ts",
  "shared/storage",
];

/** Runs an office in a process of its own, since it takes the process's clients for good. */
function heardIn(...given: readonly string[]): Rights {
  const program = join(import.meta.dirname, "..", "rights-process.ts");
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...given], { encoding: "utf8", maxBuffer: 1e9 });
  const line = stdout.trim().split("\n").at(-1);
  if (!line) throw new Error(stderr);
  return JSON.parse(line);
}

const heard = once(async ({ quick }) => heardIn(...(quick ? ["--few"] : [])));
const lived = once(async () => heardIn("--lived"));

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
  {
    name: "rights-unused",
    group: "operate",
    unit: "rights",
    goal: { atMost: 0 },
    against: `that nothing uses and no reason explains, or that are explained and used or gone; ${against}, and every way of a claim lived besides, with a request to every route`,
    measure: async (options) => {
      const unused = unusedRights(grantedRights(), [...(await heard(options)).used, ...(await lived(options)).used]);
      const explained = explainedRights.flatMap(({ rights }) => rights);
      process.stderr.write(`${grantedRights().length} rights, ${explained.length} of them explained\n`);
      const odd = [
        ...unused.filter((right) => !explained.includes(right)),
        ...explained.filter((right) => !unused.includes(right)),
      ];
      for (const each of odd) process.stderr.write(`${each}\n`);
      return odd.length;
    },
  },
];
