import { expect, it } from "vitest";
import {
  awaitsNotice,
  isActOfClaim,
  isCopyAsked,
  isDataRight,
  type SubmissionEntryType,
  type SubmissionState,
  submissionKinds,
  submissionStateAt,
  submissionStateOn,
} from "../../../../shared/domain/submission/submission.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";

it("a recourse and a queja are decided in their claim, all else at the document desk", () => {
  expect(submissionKinds.filter(isActOfClaim)).toEqual(["reconsideration", "appeal", "queja"]);
});

it("which submissions exercise a right over one's own data", () => {
  expect(submissionKinds.filter(isDataRight)).toEqual([
    "data-access",
    "data-rectification",
    "data-cancellation",
    "data-opposition",
  ]);
});

it.each<[boolean, SubmissionState, string | undefined, string]>([
  [true, "observed", undefined, "its presenter was not notified"],
  [false, "observed", "2026-03-04", "notified: its days run"],
  [false, "presented", undefined, "mended"],
  [false, "received", "2026-03-04", "received since"],
])("whether the presenter of a submission that is $1 must be notified: $0 ($3)", (expected, state, remedyBy) => {
  expect(awaitsNotice({ state, remedyBy })).toBe(expected);
});

it.each<[SubmissionState, string | undefined, SubmissionState, string]>([
  ["observed", "2026-03-04", "observed", "its last day to be mended"],
  ["observed", "2026-03-05", "observed", "days are left"],
  ["observed", "2026-03-03", "not-presented", "they are over"],
  ["observed", undefined, "observed", "no day was given"],
  ["received", "2026-03-03", "received", "it was mended"],
])("a submission that is %s is $2 on 4 March ($3)", (state, remedyBy, expected) => {
  expect(submissionStateOn({ state, remedyBy }, calendarDay("2026-03-04"))).toBe(expected);
});

it.each<[boolean, SubmissionEntryType[], string]>([
  [false, ["received"], "nobody asked"],
  [true, ["received", "copy-asked"], "asked"],
  [true, ["copy-asked", "forwarded"], "whatever was done beside it"],
  [false, ["copy-asked", "copy-sent"], "it was sent"],
  [true, ["copy-asked", "copy-sent", "copy-asked"], "asked once more"],
])("a copy is asked for: %s of %j (%s)", (isAsked, types) => {
  expect(isCopyAsked(types.map((type) => ({ type })))).toBe(isAsked);
});

it.each<[string, SubmissionState, string]>([
  ["2026-03-02T14:59:59.999Z", "presented", "nobody checked it"],
  ["2026-03-02T15:00:00.000Z", "observed", "at the very instant"],
  ["2026-03-03T15:00:00.000Z", "presented", "mended"],
  ["2026-03-04T15:00:00.000Z", "received", "checked"],
  ["2026-03-05T15:00:00.000Z", "received", "an answer changes nothing of it"],
])("as of %s a submission was %s, whatever followed (%s)", (instant, state) => {
  const types: SubmissionEntryType[] = ["observed", "remedied", "received", "answered"];
  const entries = types.map((type, at) => ({ type, at: `2026-03-0${at + 2}T15:00:00.000Z`, by: "clerk-1" }));
  expect(submissionStateAt({ entries }, instant)).toBe(state);
});

it.each<[string, SubmissionState, string]>([
  ["2026-03-05T04:59:59.999Z", "observed", "at the end of its last day in Lima"],
  ["2026-03-05T05:00:00.000Z", "not-presented", "a moment later, before anybody wrote it down"],
])("as of %s a submission not remedied by 4 March was %s (%s)", (instant, state) => {
  const entries = [
    { type: "observed", at: "2026-03-02T15:00:00.000Z", by: "clerk-1" },
    { type: "lapsed", at: "2026-03-06T08:00:00.000Z", by: "sweep" },
  ] as const;
  expect(submissionStateAt({ entries, remedyBy: "2026-03-04" }, instant)).toBe(state);
});

it("one whose notice bounced after it lapsed is to be remedied", () => {
  const entries = [
    { type: "observed", at: "2026-03-02T15:00:00.000Z", by: "clerk-1" },
    { type: "lapsed", at: "2026-03-05T08:00:00.000Z", by: "sweep" },
    { type: "notice-returned", at: "2026-03-05T09:00:00.000Z", by: "track-deliveries" },
  ] as const;
  expect(submissionStateAt({ entries }, "2026-03-05T08:30:00.000Z")).toBe("not-presented");
  expect(submissionStateAt({ entries }, "2026-03-05T09:00:00.000Z")).toBe("observed");
});
