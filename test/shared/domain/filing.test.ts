import { expect, it } from "vitest";
import { calendarDay } from "../../../shared/domain/calendar-day.ts";
import {
  type FilingEntryType,
  type FilingState,
  filingKinds,
  filingStateOn,
  isActOfClaim,
  isCopyAsked,
} from "../../../shared/domain/filing.ts";

it("a recourse and a queja are decided in their claim, all else at the desk", () => {
  expect(filingKinds.filter(isActOfClaim)).toEqual(["reconsideration", "appeal", "queja"]);
});

it.each<[FilingState, string | undefined, FilingState, string]>([
  ["observed", "2026-03-04", "observed", "its last day to be mended"],
  ["observed", "2026-03-05", "observed", "days are left"],
  ["observed", "2026-03-03", "not-presented", "they are over"],
  ["observed", undefined, "observed", "no day was given"],
  ["received", "2026-03-03", "received", "it was mended"],
])("a filing that is %s, to be mended by %s, is %s on 4 March (%s)", (state, remedyBy, expected) => {
  expect(filingStateOn({ state, remedyBy }, calendarDay("2026-03-04"))).toBe(expected);
});

it.each<[boolean, FilingEntryType[], string]>([
  [false, ["received"], "nobody asked"],
  [true, ["received", "copy-asked"], "asked"],
  [true, ["copy-asked", "forwarded"], "whatever was done beside it"],
  [false, ["copy-asked", "copy-sent"], "it came"],
  [true, ["copy-asked", "copy-sent", "copy-asked"], "asked once more"],
])("a copy is asked for: %s of %j (%s)", (isAsked, types) => {
  expect(isCopyAsked(types.map((type) => ({ type })))).toBe(isAsked);
});
