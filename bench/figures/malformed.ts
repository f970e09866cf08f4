import { type Figure, once } from "../figure.ts";
import { sendMalformed } from "../malformed.ts";

const seed = 20_261_128;

export const sources = [
  "bench/malformed.ts",
  "bench/malformed-by-hand.ts",
  "functions",
  "shared/contract",
  "shared/casework",
  "shared/storage",
];

const sent = once(({ quick }) => sendMalformed({ requests: quick ? 4000 : 200_000, seed }));

export const figures: readonly Figure[] = [
  {
    name: "malformed-faults",
    group: "operate",
    unit: "answers",
    goal: { atMost: 0 },
    against:
      "200,000 requests (4,000 with --quick) drawn from the schemas of every route and spoiled, from somebody the route admits, to the functions on stores in memory that refuse what DynamoDB refuses: answers of 500 and more, failures, refusals that are no problem+json, quote the code or leave anything but who looked and what is counted, and calls of stores that no right of the function covers",
    seed,
    measure: async (options) => {
      const { faults } = await sent(options);
      for (const each of faults.slice(0, 20)) process.stderr.write(`${each}\n`);
      return faults.length;
    },
  },
  {
    name: "malformed-refused",
    group: "operate",
    unit: "of the requests",
    goal: { atLeast: 0.5 },
    against:
      "answers of 400 to 499 over all of the same run; what was not refused shows that requests reach the functions",
    seed,
    measure: async (options) => {
      const { statuses, requests } = await sent(options);
      const refused = [...statuses].reduce(
        (sum, [status, count]) => sum + (status >= 400 && status < 500 ? count : 0),
        0,
      );
      return refused / requests;
    },
  },
  {
    name: "malformed-p99",
    group: "operate",
    unit: "ms",
    goal: { atMost: 50 },
    against: "the same run: the time within which 99 of 100 are answered, in this process, without a network",
    seed,
    measure: async (options) => (await sent(options)).p99,
  },
];
