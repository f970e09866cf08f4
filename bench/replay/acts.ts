import { pace } from "../scripted-person.ts";
import type { Desk } from "./people.ts";

/** What an act takes of who does it. */
interface Asked {
  readonly desk: Desk;
  /**
   * Words read and touches on its screens, as `countedOnScreens` (screens.ts) counts them; none if it was timed whole.
   */
  readonly words?: number;
  readonly touches?: number;
  /** Characters typed. An assumption. */
  readonly characters?: number;
  /** Minutes besides its screens, and what they go to. An assumption, unless `timed`. */
  readonly besides?: readonly [minutes: number, what: string];
  /** Where the whole act was timed. */
  readonly timed?: string;
}

/** Each act of the staff. The counts are held to the pages by the test of the replay, in whole runs. */
export const acts = {
  "take a claim by telephone": {
    desk: "operator",
    besides: [6.2, "la llamada con los dos textos leídos"],
    timed: "test/journeys/telephone-claim, figura telephone-minutes-all-read",
  },
  "attend a question": { desk: "operator", words: 100, touches: 12, characters: 100, besides: [2, "conversar"] },
  "admit a claim": { desk: "analyst", words: 460, touches: 4 },
  "observe a claim": { desk: "clerk", words: 470, touches: 4, characters: 60 },
  "take a remedy at the counter": { desk: "clerk", words: 130, touches: 5, characters: 30, besides: [2, "escanear"] },
  "visit a house": {
    ...{ desk: "inspector", words: 496, touches: 63, characters: 60 },
    besides: [25, "llegar 10, y los 15 de la prueba de fuga"],
  },
  "find nobody at a house": {
    ...{ desk: "inspector", words: 198, touches: 7, characters: 50 },
    besides: [13, "llegar 10, y esperar 3"],
  },
  "deliver at home": {
    ...{ desk: "inspector", words: 119, touches: 8, characters: 30 },
    besides: [10, "llegar"],
  },
  "offer an agreement": { desk: "conciliator", words: 514, touches: 8, characters: 70 },
  "hold a hearing": {
    ...{ desk: "conciliator", words: 609, touches: 18, characters: 40 },
    besides: [15, "conversar"],
  },
  "wait for who does not come": {
    ...{ desk: "conciliator", words: 196, touches: 10 },
    besides: [20, "esperar, y llamar dos veces"],
  },
  "draft a resolution": { desk: "resolver", words: 1194, touches: 10, characters: 600, besides: [5, "pensar"] },
  "send a resolution to signature": { desk: "resolver", words: 767, touches: 9 },
  "read and sign": { desk: "signer", words: 843, touches: 6, besides: [2, "leer el documento"] },
  "dispatch a notice": { desk: "clerk", words: 107, touches: 3 },
  "accept a withdrawal": { desk: "resolver", words: 458, touches: 4 },
  "prepare an elevation": { desk: "clerk", words: 123, touches: 2 },
  "elevate a file": { desk: "clerk", words: 123, touches: 5 },
  "carry out a decision": { desk: "billing", words: 444, touches: 5, characters: 40 },
} as const satisfies Record<string, Asked>;
export type Act = keyof typeof acts;

/** Returns the minutes of an act, read, touched and typed at the pace of the journeys. */
export function minutesOf(act: Act): number {
  const { words = 0, touches = 0, characters = 0, besides }: Asked = acts[act];
  const seen = words / pace.words + (touches * pace.touch) / 60 + characters / pace.characters;
  return seen + (besides?.[0] ?? 0);
}

/** Returns an act's minutes and where they come from, in a line. */
export function printedAct(act: Act): string {
  const { desk, words = 0, touches = 0, characters = 0, besides, timed }: Asked = acts[act];
  const from = [
    ...(timed === undefined
      ? [`contados en sus pantallas ${words} palabras y ${touches} toques`]
      : [`medido: ${timed}`]),
    ...(characters > 0 ? [`supuestos ${characters} caracteres`] : []),
    ...(besides && timed === undefined ? [`supuestos ${besides[0]} min: ${besides[1]}`] : []),
  ];
  return `${act} (${desk}): ${minutesOf(act).toFixed(1)} min; ${from.join("; ")}`;
}
