import type { Figure } from "../figure.ts";
import { fileAtOnce, interleave } from "../interleavings.ts";

const seed = 20_261_128;

export const sources = ["bench/interleavings.ts", "shared/casework", "shared/storage"];

export const figures: readonly Figure[] = [
  {
    name: "interleavings-lost",
    group: "operate",
    unit: "interleavings",
    goal: { atMost: 0 },
    against:
      "10,000 orders (200 with --quick) in which the calls of two to eight people who write in one case at once may come: those after which an act that was answered as done is not there once, or the head counts others; without the conditions of the writes the first loses one",
    seed,
    measure: async ({ quick }) => {
      const { faults } = await interleave({ interleavings: quick ? 200 : 10_000, seed });
      for (const each of faults.slice(0, 20)) process.stderr.write(`${each}\n`);
      return faults.length;
    },
  },
  {
    name: "filed-at-once-codes",
    group: "operate",
    unit: "codes",
    goal: { atMost: 1 },
    against:
      "the different answers to one claim that is sent 50 times at the same moment, in 20 drawn orders (3 with --quick)",
    seed,
    measure: async ({ quick }) => {
      const counts: number[] = [];
      for (let each = 0; each < (quick ? 3 : 20); each += 1)
        counts.push(new Set(await fileAtOnce({ times: 50, seed: seed + each })).size);
      return Math.max(...counts);
    },
  },
];
