import { bugs } from "../../test/law/seeded-bugs/bugs.ts";
import { failsTests, historiesToFind } from "../../test/law/seeded-bugs/seeded.ts";
import type { Figure } from "../figure.ts";

const seed = 20_261_124;

/** The tests that fail as they are, with no bug in: they find nothing. */
async function failingAlone(files: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const failing = new Set<string>();
  for (const file of files) if (await failsTests(file)) failing.add(file);
  return failing;
}

export const figures: readonly Figure[] = [
  {
    name: "law-seeded-bugs",
    group: "law",
    unit: "bugs found",
    goal: { atLeast: bugs.length },
    against:
      "twenty mistakes put into the sources one at a time: those of the engine found within 10,000 random histories by the model, the others by the tests of their own level, which pass without them",
    seed,
    measure: async ({ quick }) => {
      const alone = await failingAlone(
        new Set(quick ? [] : bugs.flatMap(({ foundBy }) => (foundBy === "histories" ? [] : foundBy))),
      );
      let found = 0;
      for (const bug of bugs) {
        const { name, foundBy } = bug;
        const after = foundBy === "histories" ? await historiesToFind(bug, 10_000, seed) : undefined;
        const isFound =
          foundBy === "histories" ? after !== undefined : !alone.has(foundBy) && (await failsTests(foundBy, bug));
        found += Number(isFound);
        process.stderr.write(`${isFound ? "found " : "MISSED"} ${name}: ${after ? `${after} histories` : foundBy}\n`);
      }
      return found;
    },
  },
];
