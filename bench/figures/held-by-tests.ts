import { type Figure, once } from "../figure.ts";
import { type Mistake, testsOf } from "../passed-tests.ts";

export const sources = [
  "bench/passed-tests.ts",
  "bench/vitest.config.ts",
  "functions/casework",
  "functions/telephone",
  "shared/casework",
  "shared/contract/case/case-edits.ts",
  "test/functions/casework/counter/twins-by-caller.test.ts",
  "test/shared/casework/resolution/resolution-lint.test.ts",
];

const lint = "test/shared/casework/resolution/resolution-lint.test.ts";
const lintOff: Mistake = {
  file: "shared/casework/resolution/resolution-lint.ts",
  from: "return [...new Map(found.map((one) => [one.key, one])).values()];",
  to: "return found.slice(found.length);",
};
const twins = "test/functions/casework/counter/twins-by-caller.test.ts";
const noOperator: Mistake = {
  file: "shared/contract/case/case-edits.ts",
  from: 'roles: ["operator", "clerk"],',
  to: 'roles: ["clerk"],',
};

const lintAsItIs = once(async () => testsOf("stores", lint));
const lintWithMistake = once(async () => testsOf("stores", lint, lintOff));
const twinsAsTheyAre = once(async () => testsOf("stores", twins));
const twinsWithMistake = once(async () => testsOf("stores", twins, noOperator));

const seeded = (names: readonly string[]): number =>
  names.filter((name) => name.includes("the lint of a resolution finds that")).length;
const draft = "in the draft of a claim with an extension, a photo, a visit, a meter test and an offer not accepted";
const callers =
  "ten acts, each by the operator for who calls with a mobile, with a landline only, about a supply they rent, for somebody they represent, and who cannot read";

export const figures: readonly Figure[] = [
  {
    name: "lint-defects-found",
    group: "desk",
    unit: "defects",
    goal: { atLeast: 20 },
    against: `seeded one at a time ${draft}, each found at its field and nothing else with it`,
    measure: async (options) => seeded((await lintAsItIs(options)).passed),
  },
  {
    name: "lint-defects-missed",
    group: "desk",
    unit: "defects",
    goal: { atMost: 0 },
    against: "of the same defects, and of what an honest draft is free of",
    measure: async (options) => (await lintAsItIs(options)).failed.length,
  },
  {
    name: "lint-defects-found-unlinted",
    group: "desk",
    unit: "defects",
    goal: { atMost: 0 },
    against: "of the same defects, found where the lint returns nothing: the control",
    measure: async (options) => seeded((await lintWithMistake(options)).passed),
  },
  {
    name: "twins-walked",
    group: "desk",
    unit: "walks",
    goal: { atLeast: 50 },
    against: `${callers}: those that end as on the web`,
    measure: async (options) => (await twinsAsTheyAre(options)).passed.length,
  },
  {
    name: "twins-lacking",
    group: "desk",
    unit: "walks",
    goal: { atMost: 0 },
    against: "of the same walks, those that do not",
    measure: async (options) => (await twinsAsTheyAre(options)).failed.length,
  },
  {
    name: "twins-lacking-without-rights",
    group: "desk",
    unit: "walks",
    goal: { atLeast: 20 },
    against: "of the same walks, those that do not where the operator may not act for a claimant: the control",
    measure: async (options) => (await twinsWithMistake(options)).failed.length,
  },
];
