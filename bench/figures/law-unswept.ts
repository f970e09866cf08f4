import { compareUnswept } from "../../test/law/model/unswept.ts";
import type { Figure } from "../figure.ts";

const seed = 20_261_125;

export const sources = ["shared/casework", "shared/domain", "test/law/model"];

export const figures: readonly Figure[] = [
  {
    name: "law-unswept-differences",
    group: "law",
    unit: "reads",
    goal: { atMost: 0 },
    against:
      "10,000 random histories, each read on four of the 1 to 30 days after its last entry: by what its last write stored, by what is computed that day, and by the claim itself, which the model reads too; it stops at the first that differ",
    seed,
    measure: async ({ quick }) => {
      const { differences } = compareUnswept({ runs: quick ? 200 : 10_000, seed });
      for (const each of differences) process.stderr.write(`${each}\n`);
      return differences.length;
    },
  },
];
