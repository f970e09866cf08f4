import { expect, it } from "vitest";
import { inLanes } from "../../../functions/runtime/in-lanes.ts";

/** Work that ends when its item is named. */
function held() {
  const ends = new Map<string, () => void>();
  const begun: string[] = [];
  return {
    begun,
    work: (item: string, lane: number) => {
      begun.push(`${item} in ${lane}`);
      return new Promise<void>((done, fail) => {
        ends.set(item, item.startsWith("bad") ? () => fail(new Error(item)) : done);
      });
    },
    end: async (item: string) => {
      ends.get(item)?.();
      await new Promise((done) => setImmediate(done));
    },
  };
}

it("has as many under way as there are lanes, and each lane goes on by itself", async () => {
  const { begun, work, end } = held();
  const all = inLanes(["a", "b", "c", "d"], 2, work);
  expect(begun).toEqual(["a in 0", "b in 1"]);
  await end("b");
  await end("c");
  expect(begun).toEqual(["a in 0", "b in 1", "c in 1", "d in 1"]);
  await end("a");
  await end("d");
  await expect(all).resolves.toBeUndefined();
});

it("takes nothing more after a failure, and throws it once the others ended", async () => {
  const { begun, work, end } = held();
  const ended: string[] = [];
  const all = inLanes(["bad", "b", "c"], 2, work).catch((failure: Error) => ended.push(failure.message));
  await end("bad");
  expect([begun, ended]).toEqual([["bad in 0", "b in 1"], []]);
  await end("b");
  await all;
  expect([begun, ended]).toEqual([["bad in 0", "b in 1"], ["bad"]]);
});

it("does nothing for no items", async () => {
  const { begun, work } = held();
  await inLanes([], 3, work);
  expect(begun).toEqual([]);
});
