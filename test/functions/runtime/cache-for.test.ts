import { describe, expect, it, vi } from "vitest";
import { cacheFor } from "../../../functions/runtime/cache-for.ts";

const at = (seconds: number): string =>
  new Date(Date.parse("2026-11-24T15:45:00.000Z") + 1_000 * seconds).toISOString();

describe("what is remembered for a minute", () => {
  it.each([
    [[0], 1, "read when it is first asked for"],
    [[0, 0, 0], 1, "once for all of a moment"],
    [[0, 30, 59.999], 1, "and of the minute"],
    [[0, 60], 2, "again when the minute is over"],
    [[0, 59, 61, 119], 2, "the minute counts from the last reading"],
    [[0, 59, 61, 121], 3, "not from the last asking"],
  ])("asked at %j s: read %i times (%s)", async (seconds, times) => {
    const read = vi.fn(async () => "value");
    const ask = cacheFor(read, 60);
    for (const each of seconds) expect(await ask(at(each))).toBe("value");
    expect(read).toHaveBeenCalledTimes(times);
  });

  it("reads once for those who ask while it reads", async () => {
    const read = vi.fn(async () => "value");
    const ask = cacheFor(read, 60);
    expect(await Promise.all([ask(at(0)), ask(at(1)), ask(at(2))])).toEqual(["value", "value", "value"]);
    expect(read).toHaveBeenCalledOnce();
  });

  it("does not remember a failure", async () => {
    const read = vi.fn(async () => "value").mockRejectedValueOnce(new Error("throttled"));
    const ask = cacheFor(read, 60);
    await expect(ask(at(0))).rejects.toThrow("throttled");
    expect(await ask(at(1))).toBe("value");
  });

  it("remembers that there is nothing", async () => {
    const read = vi.fn(async () => undefined);
    const ask = cacheFor(read, 60);
    expect([await ask(at(0)), await ask(at(1))]).toEqual([undefined, undefined]);
    expect(read).toHaveBeenCalledOnce();
  });
});
