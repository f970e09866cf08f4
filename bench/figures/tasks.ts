import { type Figure, once } from "../figure.ts";
import { type Delivered, deliver, fileClaims } from "../tasks.ts";
import { unlogged } from "../unlogged.ts";

export const sources = [
  "bench/tasks.ts",
  "functions/assign-inspections",
  "functions/redeliver",
  "functions/relay",
  "shared/casework",
  "shared/storage",
];

const firstSeed = 20_261_128;
const design = { asks: "by the outbox", worker: "once" } as const;

const delivered = once((options) => unlogged(() => deliveredOnce(options)));

async function deliveredOnce({ quick }: { readonly quick: boolean }): Promise<Omit<Delivered, "tasks">> {
  const claims = await fileClaims(quick ? 100 : 10_000);
  const sum = { lost: 0, doubled: 0, waiting: 0 };
  for (let each = 0; each < (quick ? 2 : 20); each += 1)
    for (const rate of [0.05, 0.2]) {
      const { lost, doubled, waiting } = await deliver(claims, { seed: firstSeed + each, rate, design });
      sum.lost += lost;
      sum.doubled += doubled;
      sum.waiting += waiting;
    }
  return sum;
}

const against =
  "400,000 visits to be given: 10,000 claims × 20 seeds × 5 % and 20 % of calls failing or killing their process (100 × 2 × 2 with --quick), 5 % of messages and of the stream's records twice, any order, dead letters redriven; relay, redelivery and the worker are the functions' own, on stores in memory";

const figureOf = (name: keyof Omit<Delivered, "tasks">, what: string): Figure => ({
  name: `tasks-${name}`,
  group: "operate",
  unit: "visits",
  goal: { atMost: 0 },
  against: `${what}; ${against}`,
  seed: firstSeed,
  measure: async (options) => (await delivered(options))[name],
});

export const figures: readonly Figure[] = [
  figureOf("lost", "visits that nobody got"),
  figureOf("doubled", "visits that were given twice"),
  figureOf("waiting", "messages and entries that wait at the end"),
];
