import { mutants } from "../../test/law/compare.ts";
import { compareIn, zoneNames } from "../../test/law/zones.ts";
import { type Figure, once } from "../figure.ts";

const seed = 20_260_720;

/** Runs the engine and the oracle on the same random cases, in one process for each time zone. */
const compared = once(({ quick }) =>
  Promise.all(zoneNames.map((zone) => compareIn(zone, quick ? 20_000 : 1_000_000, seed))),
);

export const sources = ["shared/domain", "tenants", "test/law/compare.ts", "test/law/oracle"];

export const figures: readonly Figure[] = [
  {
    name: "law-divergences",
    group: "law",
    unit: "cases",
    goal: { atMost: 0 },
    against:
      "1,000,000 random (instant, calendar, clock, pause) of 2020 to 2035, in each of three time zones, by an oracle written from the digest",
    seed,
    measure: async (options) => {
      const ofZones = await compared(options);
      for (const { first } of ofZones) if (first) process.stderr.write(`${JSON.stringify(first)}\n`);
      return ofZones.reduce((sum, { divergences }) => sum + divergences, 0);
    },
  },
  {
    name: "law-mutants-found",
    group: "law",
    unit: "mutants",
    goal: { atLeast: mutants.length },
    against:
      "mistakes put into the engine's side of the same comparison: off by one, UTC date, no 25 November, wrong calendar, >= for >; found in every zone",
    seed,
    measure: async (options) => {
      const ofZones = await compared(options);
      return mutants.filter((mutant) => ofZones.every(({ found }) => found.includes(mutant))).length;
    },
  },
];
