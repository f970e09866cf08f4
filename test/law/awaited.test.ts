import { describe, expect, it } from "vitest";
import { awaitedOf } from "../../shared/domain/awaits-claimant.ts";
import { compareAwaited, type Namer } from "./model/awaited.ts";

const fresh = Date.now() % 1_000_000;

describe("what waits for the claimant, against the model", () => {
  it.each([
    [20_261_127, "the same histories in every run"],
    [fresh, "others in each"],
  ])(
    "is all that the model allows while its term runs, and nothing it refuses, seed %i (%s)",
    { timeout: 120_000 },
    (seed) => {
      expect(compareAwaited({ runs: 150, seed })).toEqual({ runs: 150, differences: [] });
    },
  );

  it.each<[string, Namer]>([
    ["forgets the recourse", (...asked) => awaitedOf(...asked).filter(({ act }) => act !== "appeal-filed")],
    ["forgets what may be added", (...asked) => awaitedOf(...asked).filter(({ act }) => act !== "claim-extended")],
    ["asks to mend what nobody observed", (...asked) => [...awaitedOf(...asked), { act: "remedied" }]],
    ["says nothing", () => []],
  ])("is told from one that %s", { timeout: 120_000 }, (_, name) => {
    expect(compareAwaited({ runs: 150, seed: 20_261_127, name }).differences).not.toEqual([]);
  });
});
