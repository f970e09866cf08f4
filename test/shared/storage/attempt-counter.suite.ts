import { describe, expect, it } from "vitest";
import type { AttemptCounter } from "../../../shared/storage/attempt-counter.ts";

const supply = "00012345";
const now = "2026-11-24T15:45:12.123Z";
const wrong = { right: false, allowed: 5 };
const right = { right: true, allowed: 5 };

/** What every counter of attempts keeps; `open` gives an unused one. */
export function attemptCounterSuite(open: () => Promise<AttemptCounter>): void {
  const usedUp = async (): Promise<AttemptCounter> => {
    const counter = await open();
    for (let attempt = 1; attempt <= 5; attempt += 1) await counter.mayReveal(supply, now, wrong);
    return counter;
  };

  describe("attempt counter", () => {
    it("lets exactly 5 of 200 attempts at the same moment through", async () => {
      const counter = await open();
      const attempts = await Promise.all(Array.from({ length: 200 }, () => counter.mayReveal(supply, now, wrong)));
      expect(attempts.filter(Boolean)).toHaveLength(5);
    });

    it.each([
      [supply, now, false, "the hour's five are used up"],
      [supply, "2026-11-24T15:59:59.999Z", false, "the last instant of the hour is the hour"],
      [supply, "2026-11-24T16:00:00.000Z", true, "the next hour has its own five"],
      [supply, "2026-11-25T15:45:12.123Z", true, "the same hour of another day is another hour"],
      ["00012346", now, true, "another supply has its own five"],
      ["0001234", now, true, "a code that begins like another is another"],
      ["", now, true, "what is no code is counted apart too"],
    ])("after five attempts, one more at %j at %s: %s (%s)", async (code, at, expected) => {
      const counter = await usedUp();
      expect(await counter.mayReveal(code, at, wrong)).toBe(expected);
    });

    const attempts = async (
      counter: AttemptCounter,
      at: readonly number[],
      right = false,
    ): Promise<readonly boolean[]> => {
      const shown: boolean[] = [];
      for (const supplyAt of at) {
        const attempt = { supplyCode: `00012${String(supplyAt).padStart(3, "0")}`, right };
        shown.push(await counter.mayGuess("anybody", attempt, now));
      }
      return shown;
    };
    const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);

    it.each<[string, number[], number, boolean, string]>([
      ["five at one supply", [1, 1, 1, 1, 1], 1, false, "that supply's are used up"],
      ["five at one supply", [1, 1, 1, 1, 1], 2, true, "the next one's are not"],
      ["eight at supplies side by side", upTo(8), 900, false, "whoever tries goes from one to the next"],
      ["seven at supplies side by side", upTo(7), 900, true, "seven may be people who mistype"],
    ])("after wrong attempts, %s, shows a right one: %j, %i, %s (%s)", async (_, wrongAt, then, expected) => {
      const counter = await open();
      await attempts(counter, wrongAt);
      expect(await attempts(counter, [then], true)).toEqual([expected]);
      expect(await counter.mayGuess("accounts", { supplyCode: "00012001", right: true }, now)).toBe(true);
      expect(await counter.mayGuess("anybody", { supplyCode: "00013001", right: true }, now)).toBe(true);
    });

    it("counts a supply that was opened no more as mistyped, and opened again as one", async () => {
      const counter = await open();
      for (const at of upTo(40)) {
        await attempts(counter, [at]);
        expect(await attempts(counter, [at, at, at], true)).toEqual([true, true, true]);
      }
      // Forty opened: up to twenty wrong ones may be people.
      expect((await attempts(counter, upTo(30, 100))).filter(Boolean)).toHaveLength(21);
    });

    it("lets exactly 8 of 120 attempts at the same moment through", async () => {
      const counter = await open();
      const shown = await Promise.all(upTo(120).map((at) => attempts(counter, [at])));
      expect(shown.flat().filter(Boolean)).toHaveLength(8);
    });

    it("shows no right outcome either once they are used up", async () => {
      const counter = await usedUp();
      expect(await counter.mayReveal(supply, now, right)).toBe(false);
    });

    it("of 200 wrong attempts and 200 right ones at the same moment lets exactly 5 wrong ones through", async () => {
      const counter = await open();
      const outcomes = Array.from({ length: 200 }, () => [wrong, right]).flat();
      const revealed = await Promise.all(outcomes.map((outcome) => counter.mayReveal(supply, now, outcome)));
      expect(outcomes.filter((outcome, at) => outcome === wrong && revealed[at])).toHaveLength(5);
    });

    it("shows no right one that was sent after 199 wrong ones, before any of them was answered", async () => {
      const counter = await open();
      const outcomes = [...Array.from({ length: 199 }, () => wrong), right];
      const revealed = await Promise.all(outcomes.map((outcome) => counter.mayReveal(supply, now, outcome)));
      expect(revealed.at(-1)).toBe(false);
    });

    it("uses nothing up with attempts that are all right", async () => {
      const counter = await open();
      for (let attempt = 1; attempt <= 20; attempt += 1) {
        expect(await counter.mayReveal(supply, now, right)).toBe(true);
      }
      const attempts = await Promise.all(Array.from({ length: 50 }, () => counter.mayReveal(supply, now, wrong)));
      expect(attempts.filter(Boolean)).toHaveLength(5);
    });
  });
}
