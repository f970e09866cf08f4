import { describe, expect, it } from "vitest";
import { unpackedHead } from "../../../shared/storage/packed-head.ts";

const apart = { pk: "CLAIM#x", sk: "HEAD", code: "RE-2026-000001-4", version: 3 };
const steps = ["2026-11-23 in-admission 2026-11-23 admission - -"];
const listed = { claimType: "F01", channel: "web", claimantName: "María", steps };
const text = JSON.stringify(["F01", "web", null, null, "María", null, null, steps]);

describe("a head of the release after this one", () => {
  it("is read with its attributes apart", () => {
    const kept = { ...apart, steps: text, rest: JSON.stringify({ changedOn: "2026-11-24" }) };
    expect(unpackedHead(kept)).toEqual({ ...apart, ...listed, changedOn: "2026-11-24" });
  });
  it("is read as a list has it, without what no list shows", () => {
    expect(unpackedHead({ code: apart.code, steps: text })).toEqual({ code: apart.code, ...listed });
  });
});

it("a head of this release, and any other item, is read as it is", () => {
  for (const item of [
    { ...apart, ...listed },
    { pk: "CODE#x", sk: "CODE" },
  ])
    expect(unpackedHead(item)).toBe(item);
});
