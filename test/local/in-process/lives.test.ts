import { describe, expect, it } from "vitest";
import { type Life, liveUntil } from "../../../local/in-process/lives.ts";
import type { StoppedClock } from "../../../local/in-process/stopped-clock.ts";

/** A clock that only this test reads: the process's own goes on. */
function clockAt(instant: string): StoppedClock {
  let now = instant;
  return {
    now: () => now,
    set: (later) => {
      if (later > now) now = later;
    },
    pass: () => {},
  };
}

const hour = (at: number): string => `2026-11-27T${String(at).padStart(2, "0")}:00:00.000Z`;

describe("lives happen side by side in the order of the clock", () => {
  const lived = async (end: number, ...lives: readonly ((say: (what: string) => void) => Life)[]) => {
    const clock = clockAt(hour(0));
    const said: string[] = [];
    const say = (what: string) => void said.push(`${clock.now().slice(11, 13)} ${what}`);
    await liveUntil(
      clock,
      hour(end),
      lives.map((life) => life(say)),
    );
    return { said, now: clock.now() };
  };
  const acts =
    (name: string, from: number, ...then: readonly number[]) =>
    (say: (what: string) => void): Life => ({
      from: hour(from),
      live: async (sleep) => {
        say(name);
        for (const at of then) {
          await sleep(hour(at));
          say(name);
        }
      },
    });

  it("an act of one comes between two of another", async () => {
    const { said } = await lived(23, acts("a", 1, 5), acts("b", 3));
    expect(said).toEqual(["01 a", "03 b", "05 a"]);
  });

  it("what sleeps beyond the end is left, and the clock stands at the end", async () => {
    const { said, now } = await lived(4, acts("a", 1, 5), acts("b", 9));
    expect(said).toEqual(["01 a"]);
    expect(now).toBe(hour(4));
  });

  it("of two at one instant, who lay down first wakes first", async () => {
    const { said } = await lived(23, acts("a", 1, 5), acts("b", 1, 5));
    expect(said).toEqual(["01 a", "01 b", "05 a", "05 b"]);
  });

  it("who sleeps until an hour that is past goes on at once", async () => {
    const { said } = await lived(23, acts("a", 6, 2), acts("b", 7));
    expect(said).toEqual(["06 a", "06 a", "07 b"]);
  });

  it("what one throws ends them all", async () => {
    const failing = (): Life => ({ from: hour(2), live: async () => Promise.reject(new Error("a surprise")) });
    await expect(lived(23, acts("a", 1), failing, acts("b", 3))).rejects.toThrow("a surprise");
  });
});
