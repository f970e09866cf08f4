import { browserProgram } from "../../test/chromium.ts";
import { launched } from "../../test/web/launched.ts";
import { type Figure, once } from "../figure.ts";
import { pace } from "../scripted-person.ts";
import { actingMinutesOf, type Call, claimedByTelephone, handoutMinutesOf, printedCall } from "../telephone.ts";

const measured = once(async (): Promise<Call> => {
  const browser = await launched(await browserProgram());
  try {
    const call = await claimedByTelephone(browser);
    process.stderr.write(`${printedCall(call)}\n`);
    return call;
  } finally {
    await browser.close();
  }
});

const minutesOf = (call: Call): number => actingMinutesOf(call) + call.waiting / 60;

const against = `the ordinary claim of a caller, by keyboard alone, from the one box to what is read aloud of the filed claim; every question of the form, what was written down and what was filed are said; ${pace.words} words a minute, ${pace.characters} characters a minute while the caller says them, ${pace.touch} s a field or button; the waiting measured on the local stack`;

export const sources = ["bench/scripted-person.ts", "bench/telephone.ts", "functions", "local", "shared", "web"];

export const figures: readonly Figure[] = [
  {
    name: "telephone-minutes",
    group: "desk",
    unit: "min",
    goal: { atMost: 4 },
    against: `${against}; the notice on personal data and the leaflet are given in another way`,
    measure: async () => minutesOf(await measured({ quick: false })),
  },
  {
    name: "telephone-minutes-all-read",
    group: "desk",
    unit: "min",
    goal: { atMost: 4 },
    against: "the same call, both handouts read aloud from end to end",
    measure: async () => {
      const call = await measured({ quick: false });
      return minutesOf(call) + handoutMinutesOf(call);
    },
  },
  {
    name: "telephone-screens",
    group: "desk",
    unit: "screens",
    goal: { atMost: 2 },
    against: "of 1280 × 800, on the highest page of the same call",
    measure: async () => Math.max(...Object.values((await measured({ quick: false })).screens)),
  },
];
