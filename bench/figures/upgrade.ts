import { type Figure, once } from "../figure.ts";
import { testsOf } from "../passed-tests.ts";

export const sources = [
  "bench/passed-tests.ts",
  "functions",
  "scripts/release-before.ts",
  "shared",
  "test/journeys/awaited-lives.ts",
  "test/journeys/two-releases.test.ts",
  "test/release-before.ts",
];

const walked = once(async () => testsOf("whole", "test/journeys/two-releases.test.ts"));

const against =
  "lives that together stop in all states, each walked twice on one stack by this release and the one before in turn, step by step: what one wrote, the other reads and goes on from";

export const figures: readonly Figure[] = [
  {
    name: "upgrade-lives",
    group: "operate",
    unit: "lives",
    goal: { atLeast: 24 },
    wholeOnly: true,
    against: `${against}: those that end as by one release`,
    measure: async (options) =>
      (await walked(options)).passed.filter((name) => / (this|before) first$/.test(name)).length,
  },
  {
    name: "upgrade-failures",
    group: "operate",
    unit: "tests",
    goal: { atMost: 0 },
    wholeOnly: true,
    against: `${against}: what did not, a state that one of them did not read, or what the check finds of all afterwards`,
    measure: async (options) => (await walked(options)).failed.length,
  },
];
