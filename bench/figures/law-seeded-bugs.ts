import { bugs } from "../../test/law/seeded-bugs/bugs.ts";
import { historiesToFind, liveSystem } from "../../test/law/seeded-bugs/seeded.ts";
import type { Figure } from "../figure.ts";

const seed = 20_261_124;
const most = 10_000;
const mostMinutes = 15;

/** Counts the bugs that histories found, and prints after how many each was found. */
async function bugsFound(): Promise<number> {
  let found = 0;
  for (const bug of bugs) {
    const after =
      bug.foundBy === "claim"
        ? await historiesToFind(bug, most, seed)
        : await liveSystem(bug, most, seed).then(({ runs, found: what }) => (what === undefined ? undefined : runs));
    if (after !== undefined) found += 1;
    process.stderr.write(`${after === undefined ? "MISSED" : `found after ${after} histories`}: ${bug.name}\n`);
  }
  return found;
}

export const sources = ["functions", "shared/casework", "shared/domain", "shared/storage", "test/law"];

export const figures: readonly Figure[] = [
  {
    name: "law-seeded-bugs",
    group: "law",
    unit: "bugs found",
    goal: { atLeast: bugs.length },
    against:
      "twenty mistakes put into the sources one at a time, each found within 10,000 random histories: those of the engine by the model of a claim, the others by histories of the whole system (its functions on stores in memory, with faults, kills between steps, duplicates, other writers in between, clock jumps, late holidays) and the consistency checks",
    seed,
    wholeOnly: true,
    measure: bugsFound,
  },
  {
    name: "law-system-histories",
    group: "operate",
    unit: "histories",
    goal: { atLeast: most },
    against:
      "how many of the same histories of the system, on the sources as they are, find nothing: up to the first that does, and no longer than 15 minutes on the machine it runs on",
    seed,
    wholeOnly: true,
    measure: async ({ quick }) => {
      const end = performance.now() + mostMinutes * 60_000;
      const { runs, found } = await liveSystem(undefined, quick ? 100 : most, seed, () => performance.now() < end);
      if (found !== undefined) process.stderr.write(`${found}\n`);
      return found === undefined ? runs : runs - 1;
    },
  },
];
