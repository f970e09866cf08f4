import { describe, expect, it } from "vitest";
import type { GuessCounter } from "../../../shared/storage/guess-counter.ts";

const supply = "00012345";
const now = "2026-11-24T15:45:12.123Z";

/** What every counter of guesses keeps; `open` gives an unused one. */
export function guessCounterSuite(open: () => Promise<GuessCounter>): void {
  const usedUp = async (): Promise<GuessCounter> => {
    const counter = await open();
    for (let guess = 1; guess <= 5; guess += 1) await counter.reserve(supply, now, 5);
    return counter;
  };

  describe("guess counter", () => {
    it("lets exactly 5 of 200 guesses at the same moment through", async () => {
      const counter = await open();
      const guesses = await Promise.all(Array.from({ length: 200 }, () => counter.reserve(supply, now, 5)));
      expect(guesses.filter(Boolean)).toHaveLength(5);
    });

    it.each([
      [supply, now, false, "the hour's five are used up"],
      [supply, "2026-11-24T15:59:59.999Z", false, "the last instant of the hour is the hour"],
      [supply, "2026-11-24T16:00:00.000Z", true, "the next hour has its own five"],
      [supply, "2026-11-25T15:45:12.123Z", true, "the same hour of another day is another hour"],
      ["00012346", now, true, "another supply has its own five"],
      ["0001234", now, true, "a code that begins like another is another"],
      ["", now, true, "what is no code is counted apart too"],
    ])("after five guesses, one more at %j at %s: %s (%s)", async (code, at, expected) => {
      const counter = await usedUp();
      expect(await counter.reserve(code, at, 5)).toBe(expected);
    });

    it("lets one more through for each that is given back, and no other", async () => {
      const counter = await usedUp();
      await Promise.all([counter.giveBack(supply, now), counter.giveBack(supply, now)]);
      const guesses = await Promise.all(Array.from({ length: 50 }, () => counter.reserve(supply, now, 5)));
      expect(guesses.filter(Boolean)).toHaveLength(2);
    });

    it("uses nothing up with guesses that are all right", async () => {
      const counter = await open();
      for (let guess = 1; guess <= 20; guess += 1) {
        expect(await counter.reserve(supply, now, 5)).toBe(true);
        await counter.giveBack(supply, now);
      }
      const guesses = await Promise.all(Array.from({ length: 50 }, () => counter.reserve(supply, now, 5)));
      expect(guesses.filter(Boolean)).toHaveLength(5);
    });
  });
}
