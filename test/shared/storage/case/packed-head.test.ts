import { describe, expect, it } from "vitest";
import { packedHead, unpackedHead } from "../../../../shared/storage/case/packed-head.ts";

const apart = { pk: "CLAIM#x", sk: "HEAD", code: "RE-2026-000001-4", version: 3 };
const steps = ["2026-11-23 in-admission 2026-11-23 admission - -"];
const listed = { claimType: "F01", channel: "web", claimantName: "María", steps };
const rest = { changedOn: "2026-11-24", awaits: ["2026-11-23"] };
const texts = {
  steps: JSON.stringify(["F01", "web", null, null, "María", null, null, steps]),
  rest: JSON.stringify(rest),
};

describe("a head as it is kept", () => {
  it("has two texts, but for what stands apart, and is read as it was", () => {
    expect(packedHead({ ...apart, ...listed, ...rest })).toEqual({ ...apart, ...texts });
    expect(unpackedHead({ ...apart, ...texts })).toEqual({ ...apart, ...listed, ...rest });
  });
  it("is read as a list has it, without what no list shows", () => {
    expect(unpackedHead({ code: apart.code, steps: texts.steps })).toEqual({ code: apart.code, ...listed });
  });
  it("keeps each value at one place, for good", () => {
    const places =
      "claimType channel filedAt filedOn claimantName owner handedOver steps amount risk hearing attachmentSince " +
      "appointmentsWait copyRisk alerts";
    const names = places.split(" ");
    const { steps: kept } = packedHead({ ...apart, ...Object.fromEntries(names.map((name) => [name, name])) });
    expect(JSON.parse(String(kept))).toEqual(names);
  });
  it("keeps no value for what it does not have", () => {
    const kept = packedHead({ ...apart, ...listed, ...rest, owner: undefined, adjusted: undefined });
    expect(kept).toEqual({ ...apart, ...texts });
  });
});

it("a head of an earlier release, and any other item, is read as it is", () => {
  for (const item of [
    { ...apart, ...listed },
    { pk: "CODE#x", sk: "CODE" },
  ])
    expect(unpackedHead(item)).toBe(item);
});
