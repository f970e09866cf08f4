import { describe, expect, it } from "vitest";
import { type Item, indexWrites, planOf, writeUnits } from "../../bench/units.ts";

/** A claim's head on a work list, its attributes in the given order, as a store is free to answer them. */
function head(version: string, order: readonly string[]): Item {
  const all: Item = {
    pk: { S: "CLAIM#1" },
    sk: { S: "HEAD" },
    version: { N: version },
    queueKey: { S: "MOQ#admission" },
    queueOrder: { S: "2026-12-01#1" },
    ownerOrder: { S: "-#2026-12-01#1" },
  };
  return Object.fromEntries(order.map((name) => [name, all[name] ?? {}]));
}
const names = ["pk", "sk", "version", "queueKey", "queueOrder", "ownerOrder"];

describe("the write units of a head", () => {
  it.each([
    ["a new entry that moves it in no list: the item twice, and its copy in the work list", "2", 3],
    ["nothing new: the item alone", "1", 2],
  ])("after %s, in whatever order the store answers attributes", (_, version, units) => {
    const [before, after] = [head("1", names), head(version, names.toReversed())];
    expect(writeUnits("TransactWriteItems", [{ TableName: "claims", Item: after }], [before], [after])).toBe(units);
  });
});

it("the units of a head that moves are those of the list it leaves and of the one it comes to", () => {
  const before = head("1", names);
  const after = { ...before, queueKey: { S: "MOQ#investigation" } };
  const of = (index: string) => ["MOQ#admission", "MOQ#investigation"].map((key) => ({ index, key, units: 1 }));
  expect(indexWrites(before, after, planOf("claims"))).toEqual(of("byQueue"));
});
