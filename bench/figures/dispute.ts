import { browserProgram } from "../../test/chromium.ts";
import { launched } from "../../test/web/launched.ts";
import { type Disputed, disputedOn, minutesOf, printed } from "../dispute.ts";
import { type Figure, once } from "../figure.ts";
import { pace } from "../scripted-person.ts";

/** A phone at the edge of coverage. */
const far = { kbps: 400, latencyMs: 400, slower: 4 } as const;

const measured = once(async (): Promise<Disputed> => {
  const browser = await launched(await browserProgram());
  try {
    const screens = await disputedOn(browser, far);
    process.stderr.write(`${printed(screens)}\n`);
    return screens;
  } finally {
    await browser.close();
  }
});

const against = `from the first page, a receipt looked up and disputed without an account, to its cargo: every question answered, a photo, the network lost once, two reloads; 400 kbit/s, 400 ms, a processor 4 times slower, on the local stack; ${pace.words} words a minute of what is new on each screen, ${pace.characters} characters a minute, ${pace.touch} s a touch, all else measured`;

export const sources = ["bench/dispute.ts", "bench/scripted-person.ts", "functions", "local", "shared", "web"];

export const figures: readonly Figure[] = [
  {
    name: "dispute-minutes",
    group: "site",
    unit: "min",
    goal: { atMost: 8 },
    against,
    measure: async () => minutesOf(await measured({ quick: false })),
  },
  {
    name: "dispute-words",
    group: "site",
    unit: "words",
    goal: { atMost: 750 },
    against: `read in the same visit`,
    measure: async () => (await measured({ quick: false })).reduce((sum, { words }) => sum + words, 0),
  },
];
