import { expect, it } from "vitest";
import { claimEventNames, claimEventTypes, lastEvent } from "../../../../shared/domain/case/claim-events.ts";
import { accepted, filed, heard, lived } from "./claim-examples.ts";

it("gives each fact a different name", () => {
  expect(new Set(Object.values(claimEventNames)).size).toBe(claimEventTypes.length);
});

it.each([
  ["claim-accepted", "2026-07-21T15:00:00.000Z", "there is one"],
  ["executed", undefined, "there is none"],
] as const)("the last %s took effect when its fact says: $2", (type, effectiveAt, _) => {
  expect(lastEvent(lived(filed, accepted, heard), type)?.effectiveAt).toBe(effectiveAt);
});
