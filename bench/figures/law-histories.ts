import { join } from "node:path";
import { attemptsByPair, type Divergence, type Visits } from "../../test/law/model/against.ts";
import { runIn } from "../../test/law/zones.ts";
import { type Figure, once } from "../figure.ts";

const seed = 20_261_124;
const program = join(import.meta.dirname, "..", "..", "test", "law", "model", "histories-process.ts");

interface Compared {
  readonly divergence?: Divergence;
  readonly visits: readonly (readonly [string, { attempted: number; taken: number }])[];
}

/**
 * Runs each half of the histories in a process of its own. Returns the divergences of both, and for each pair of state
 * and act its attempts in both together.
 */
const lived = once(async ({ quick }) => {
  const runs = quick ? 500 : 50_000;
  const halves = await Promise.all(
    [seed, seed + 1].map(
      async (each): Promise<Compared> => JSON.parse(await runIn("UTC", [program, String(runs), String(each)])),
    ),
  );
  const visits: Visits = new Map();
  for (const [pair, { attempted, taken }] of halves.flatMap((half) => half.visits)) {
    const before = visits.get(pair) ?? { attempted: 0, taken: 0 };
    visits.set(pair, { attempted: before.attempted + attempted, taken: before.taken + taken });
  }
  return { divergences: halves.flatMap(({ divergence }) => divergence ?? []), visits };
});

export const sources = ["shared/domain", "test/law/model"];

export const figures: readonly Figure[] = [
  {
    name: "law-history-divergences",
    group: "law",
    unit: "histories",
    goal: { atMost: 0 },
    against:
      "100,000 random histories (acts, actors, late records, clock jumps, changed calendars) lived by the engine and by a model written from the digest: whether each act is accepted, and state, day and terms after it; each half stops at its first divergence",
    seed,
    measure: async (options) => {
      const { divergences } = await lived(options);
      for (const each of divergences) process.stderr.write(`${JSON.stringify(each, null, 1)}\n`);
      return divergences.length;
    },
  },
  {
    name: "law-history-visits",
    group: "law",
    unit: "attempts of the rarest",
    goal: { atLeast: 50 },
    against: "pairs of a state and an act in the same histories, all 27 by 39 of them",
    seed,
    wholeOnly: true,
    measure: async (options) => {
      const { visits } = await lived(options);
      const rarest = attemptsByPair(visits);
      for (const [pair, attempts] of rarest.slice(0, 10)) process.stderr.write(`${attempts} ${pair}\n`);
      return rarest[0]?.[1] ?? 0;
    },
  },
];
