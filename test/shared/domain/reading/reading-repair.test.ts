import { describe, expect, it } from "vitest";
import type { ReadingEntry, VerifiedRepair } from "../../../../shared/domain/reading/atypical-reading.ts";
import {
  repairRequirement,
  requirementRefusal,
  verificationRefusal,
} from "../../../../shared/domain/reading/reading-repair.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";

const by = { kind: "staff", sub: "b1", roles: ["billing"] } as const;
const at = "2026-11-25T16:00:00.000Z";
const paper = { on: "2026-11-25", at: "10:45", means: "PERSONAL" } as const;
const visited = (leak: "NINGUNA" | "NO_VISIBLE"): ReadingEntry => ({
  ...{ at, by, type: "visited" },
  inspection: { on: "2026-11-25", hours: "10:15-10:40", outcome: "REALIZADA", leak },
});
const required: ReadingEntry = { at, by, type: "repair-required", notice: paper };
const visit: VerifiedRepair = {
  ...{ on: calendarDay("2026-12-01"), hours: "09:00-09:30", repaired: true },
  ...{ before: 1310.5, after: 1310.5, minutes: 20 },
};

describe("requiring the repair of a hidden leak", () => {
  it.each([
    ["handed over at the end of the visit", [visited("NO_VISIBLE")], { ...paper, at: "10:40" }, undefined],
    ["right now", [visited("NO_VISIBLE")], { ...paper, at: "11:00" }, undefined],
    ["later than now", [visited("NO_VISIBLE")], { ...paper, at: "11:01" }, "not-handed-over-yet"],
    ["tomorrow", [visited("NO_VISIBLE")], { ...paper, on: "2026-11-26" }, "not-handed-over-yet"],
    ["before the leak was found", [visited("NO_VISIBLE")], { ...paper, at: "10:39" }, "before-visit"],
    ["a second time", [visited("NO_VISIBLE"), required], paper, "required-already"],
    ["without a leak", [visited("NINGUNA")], paper, "no-hidden-leak"],
    ["without a visit", [], paper, "no-hidden-leak"],
  ] as const)("%s", (_what, entries, handed, refusal) => {
    expect(requirementRefusal({ entries }, handed, at)).toBe(refusal);
  });
});

describe("verifying it", () => {
  const now = "2026-12-01T14:30:00.000Z";
  const entries = [visited("NO_VISIBLE"), required];
  it.each([
    ["repaired, just now", {}, undefined],
    ["still open, with the meter turning", { repaired: false, after: 1310.6 }, undefined],
    ["repaired that day", { repairedOn: calendarDay("2026-12-01") }, undefined],
    ["not over yet", { hours: "09:00-09:31" }, "not-over"],
    ["over before it began", { hours: "09:00-09:00" }, "not-over"],
    ["tomorrow", { on: calendarDay("2026-12-02") }, "not-over"],
    ["right after the paper", { on: calendarDay("2026-11-25"), hours: "10:45-11:00" }, undefined],
    ["before the paper", { on: calendarDay("2026-11-25"), hours: "10:44-11:00" }, "before-required"],
    ["repaired though the meter turns", { after: 1310.6 }, "still-turning"],
    ["repaired after the visit", { repairedOn: calendarDay("2026-12-02") }, "repaired-later"],
  ] as const)("%s", (_what, changed, refusal) => {
    expect(verificationRefusal({ entries }, { ...visit, ...changed }, now)).toBe(refusal);
  });

  it("needs the requirement first", () => {
    expect(verificationRefusal({ entries: [visited("NO_VISIBLE")] }, visit, now)).toBe("not-required");
  });

  it("counts from the paper, with every visit since", () => {
    expect(repairRequirement({ entries: [visited("NO_VISIBLE")] })).toBeUndefined();
    const verified: ReadingEntry = {
      ...{ at, by, type: "repair-verified", verification: visit, status: "repaired-in-time", remark: "Se cambió." },
    };
    expect(repairRequirement({ entries: [...entries, verified] })).toEqual({
      notifiedOn: "2026-11-25",
      verifications: [visit],
    });
  });
});
