import { describe, expect, it } from "vitest";
import type { RepairStatus } from "../../../../shared/domain/leak/leak-repair.ts";
import {
  type AtypicalReading,
  controlOfReading,
  isReadingLate,
  mayLapse,
  noticeRefusal,
  notifyBy,
  type ReadingEntry,
  readingResult,
  readingState,
  readNow,
  visitRefusal,
} from "../../../../shared/domain/reading/atypical-reading.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";

const by = { kind: "staff", sub: "b1", roles: ["billing"] } as const;
const at = "2026-11-23T15:00:00.000Z";
const notice = { on: "2026-11-23", at: "09:00", means: "PERSONAL" } as const;
const visit = { on: "2026-11-25", hours: "10:00-12:00" } as const;
const notified: ReadingEntry = { at, by, type: "notified", notice, visit };
const visited = (
  outcome: "REALIZADA" | "PARCIAL" | "AUSENTE" | "IMPEDIDA",
  leak?: "NINGUNA" | "VISIBLE" | "NO_VISIBLE",
) => ({ at, by, type: "visited", inspection: { ...visit, outcome, leak } }) as const;
const reread = (m3: number, atypical: boolean) =>
  ({
    at,
    by,
    type: "reread",
    readOn: "2026-11-24",
    reading: 1234 + m3,
    m3,
    atypical,
    reason: "Se miró otra vez.",
  }) as const;

const lapsed: ReadingEntry = { at, by, type: "lapsed", reason: "El archivo llegó tarde." };

const hidden = visited("REALIZADA", "NO_VISIBLE");
const required: ReadingEntry = { at, by, type: "repair-required", notice: { ...notice, on: "2026-11-26" } };
const verified = (status: RepairStatus, isRepaired: boolean): ReadingEntry => ({
  ...{ at, by, type: "repair-verified", status, remark: "Se cambió la tubería." },
  verification: {
    ...{ on: calendarDay("2026-12-01"), hours: "09:00-09:30", repaired: isRepaired },
    ...{ before: 1310, after: 1310, minutes: 20 },
  },
});
const open = verified("awaiting-repair", false);
const repaired = verified("repaired-in-time", true);
const persists = verified("persists", false);
const repairedLate = verified("repaired-late", true);

const withEntries = (...entries: readonly ReadingEntry[]): AtypicalReading => ({
  ...{ readingId: "00012345-2026-11", office: "MOQ", supplyCode: "00012345", period: "2026-11" },
  ...{ readOn: "2026-11-20", reading: 1299, m3: 65, averageM3: 15, assignmentM3: 20, issueOn: "2026-11-30" },
  entries: [{ at, by: { kind: "system", name: "import-receipts" }, type: "found" }, ...entries],
});

describe("an atypical reading before its receipt", () => {
  it.each([
    ["found", [], "to-notify", undefined],
    ["its visit announced", [notified], "to-visit", undefined],
    ["no leak", [notified, visited("REALIZADA", "NINGUNA")], "closed", "no-leak"],
    ["a leak nobody noted", [notified, visited("PARCIAL")], "closed", "no-leak"],
    ["a visible leak", [notified, visited("PARCIAL", "VISIBLE")], "closed", "visible-leak"],
    ["a hidden leak", [notified, hidden], "to-repair", undefined],
    ["its repair required", [notified, hidden, required], "to-repair", undefined],
    ["verified within its term as still open", [notified, hidden, required, open], "to-repair", undefined],
    ["verified as repaired", [notified, hidden, required, open, repaired], "closed", "leak-repaired"],
    ["verified after its term as still open", [notified, hidden, required, persists], "closed", "leak-open"],
    ["repaired after its term", [notified, hidden, required, repairedLate], "closed", "leak-open"],
    ["closed though nobody verified it", [notified, hidden, required, lapsed], "closed", "repair-not-verified"],
    ["closed though nobody required it", [notified, hidden, lapsed], "closed", "repair-not-required"],
    ["read again with a hidden leak, still atypical", [notified, hidden, required, reread(60, true)], "to-repair"],
    ["repaired, and read again", [notified, hidden, required, repaired, reread(60, true)], "closed", "leak-repaired"],
    ["read again with a hidden leak, an error", [notified, hidden, reread(6, false)], "closed", "corrected"],
    ["refused", [notified, visited("IMPEDIDA")], "closed", "not-inside"],
    ["nobody in, once", [notified, visited("AUSENTE")], "to-notify", undefined],
    ["nobody in, twice", [notified, visited("AUSENTE"), notified, visited("AUSENTE")], "closed", "not-inside"],
    ["read again, still atypical", [reread(60, true)], "to-notify", undefined],
    [
      "read again after the notice, still atypical",
      [notified, reread(60, true), reread(58, true)],
      "to-visit",
      undefined,
    ],
    ["read again after the visit", [notified, visited("AUSENTE"), reread(60, true)], "to-notify", undefined],
    ["read again, an error", [reread(6, false)], "closed", "corrected"],
    ["closed without a visit", [lapsed], "closed", "not-controlled"],
    ["closed after a visit nobody made", [notified, lapsed], "closed", "not-controlled"],
    ["closed when nobody was in the only time", [notified, visited("AUSENTE"), lapsed], "closed", "not-inside"],
    ["the other system's control", [{ at, by, type: "delivered" }], "closed", "delivered"],
  ] as const)("%s", (_what, entries, state, result = undefined) => {
    const reading = withEntries(...entries);
    expect({ state: readingState(reading, 1), result: readingResult(reading, 1) }).toEqual({ state, result });
  });

  it("counts the last time it was read", () => {
    expect(readNow(withEntries())).toEqual({ readOn: "2026-11-20", reading: 1299, m3: 65 });
    expect(readNow(withEntries(reread(60, true), reread(58, true)))).toEqual({
      ...{ readOn: "2026-11-24", reading: 1292, m3: 58 },
    });
  });

  it("proves the control by its last notice and visit; without a notice it proves nothing", () => {
    expect(controlOfReading(withEntries(), 1)).toBeUndefined();
    const inspection = { ...visit, outcome: "REALIZADA", leak: "NINGUNA" };
    expect(controlOfReading(withEntries(notified, visited("REALIZADA", "NINGUNA")), 1)).toEqual({
      ...{ period: "2026-11", notice, inspection, billedBy: "P" },
    });
    expect(controlOfReading(withEntries(notified), 1)).toMatchObject({ inspection: undefined, billedBy: "L" });
    expect(controlOfReading(withEntries(notified, lapsed), 1)).toMatchObject({ billedBy: "P" });
    expect(controlOfReading(withEntries(notified, hidden, required), 1)).toMatchObject({ billedBy: "L" });
    expect(controlOfReading(withEntries(notified, hidden, required, repaired), 1)).toMatchObject({ billedBy: "P" });
  });

  it("proves a visit by the last notice before it, not by that of the visit still to come", () => {
    const again: ReadingEntry = { ...notified, notice: { ...notice, on: "2026-11-26" } };
    const absent = visited("AUSENTE");
    expect(controlOfReading(withEntries(notified, absent, again), 1)).toMatchObject({ notice: { on: "2026-11-23" } });
    expect(controlOfReading(withEntries(notified, absent, again, absent), 1)).toMatchObject({
      notice: { on: "2026-11-26" },
    });
    expect(controlOfReading(withEntries(notified, again), 1)).toMatchObject({ notice: { on: "2026-11-26" } });
  });

  it("is late from the day after its receipt's day, until it is closed", () => {
    expect(isReadingLate(withEntries(), 1, "2026-12-01T04:59:00.000Z")).toBe(false);
    expect(isReadingLate(withEntries(), 1, "2026-12-01T05:00:00.000Z")).toBe(true);
    expect(isReadingLate(withEntries(reread(6, false)), 1, "2026-12-01T05:00:00.000Z")).toBe(false);
    expect(notifyBy(withEntries(), 48)).toBe("2026-11-28");
    expect(notifyBy(withEntries(), 25)).toBe("2026-11-28");
  });
});

describe("the notice of its visit", () => {
  const rules = { noticeHours: 48, windowHours: 2, hours: { opens: "08:00", closes: "17:00" } };
  it.each([
    ["the hours of the law before", notice, { on: "2026-11-25", hours: "09:00-11:00" }, undefined],
    ["a minute less", { ...notice, at: "09:01" }, { on: "2026-11-25", hours: "09:00-11:00" }, "short-notice"],
    ["not given yet", { ...notice, at: "10:01" }, visit, "not-given-yet"],
    ["of tomorrow", { ...notice, on: "2026-11-24" }, visit, "not-given-yet"],
    [
      "on the day of the reading",
      { ...notice, on: "2026-11-20" },
      { on: "2026-11-25", hours: "09:00-11:00" },
      undefined,
    ],
    ["before it", { ...notice, on: "2026-11-19" }, { on: "2026-11-25", hours: "09:00-11:00" }, "before-reading"],
    ["too long a visit", notice, { on: "2026-11-26", hours: "09:00-11:01" }, "out-of-hours"],
    ["a visit that ends before it begins", notice, { on: "2026-11-26", hours: "11:00-09:00" }, "out-of-hours"],
    ["before the hours of visits", notice, { on: "2026-11-26", hours: "07:59-09:00" }, "out-of-hours"],
    ["after them", notice, { on: "2026-11-26", hours: "15:30-17:01" }, "out-of-hours"],
    ["on the day of issue", notice, { on: "2026-11-30", hours: "15:00-17:00" }, undefined],
    ["after the day of issue", notice, { on: "2026-12-01", hours: "15:00-17:00" }, "after-issue"],
  ] as const)("%s", (_what, given, announced, refusal) => {
    expect(noticeRefusal(given, announced, withEntries(), rules, at)).toBe(refusal);
  });
});

describe("closing it without a control", () => {
  const late: ReadingEntry = { ...notified, visit: { on: "2026-11-30", hours: "10:00-12:00" } };
  it.each([
    ["while a notice still fits", [], "2026-11-29T04:59:00.000Z", false],
    ["once none fits", [], "2026-11-29T05:00:00.000Z", true],
    ["before its visit", [late], "2026-11-29T05:00:00.000Z", false],
    ["during its visit", [late], "2026-11-30T16:59:00.000Z", false],
    ["once the hours of a visit nobody made are over", [late], "2026-11-30T17:00:00.000Z", true],
    ["the day after it", [late], "2026-12-01T05:00:00.000Z", true],
  ] as const)("%s", (_when, entries, now, may) => {
    expect(mayLapse(withEntries(...entries), { noticeHours: 48 }, now)).toBe(may);
  });
});

describe("closing a hidden leak without its repair", () => {
  it.each([
    ["on the day of issue, not required", [], undefined, "2026-12-01T04:59:00.000Z", false],
    ["after it", [], undefined, "2026-12-01T05:00:00.000Z", true],
    ["on the last day to verify it", [required], "2026-12-14", "2026-12-15T04:59:00.000Z", false],
    ["after that", [required], "2026-12-14", "2026-12-15T05:00:00.000Z", true],
  ] as const)("%s", (_when, entries, verifyBy, now, may) => {
    const reading = withEntries(notified, hidden, ...entries);
    expect(mayLapse(reading, { noticeHours: 48, verifyBy }, now)).toBe(may);
    expect(isReadingLate(reading, 1, now, verifyBy)).toBe(may);
  });
});

describe("the visit as it was made", () => {
  const now = "2026-11-26T15:00:00.000Z";
  const made = { on: "2026-11-25", hours: "10:15-10:40", outcome: "REALIZADA" } as const;
  it.each([
    ["within the announced hours", made, undefined],
    ["nobody in, at their end", { ...made, hours: "12:00-12:05", outcome: "AUSENTE" }, undefined],
    ["let in later that day", { ...made, hours: "15:00-15:30" }, undefined],
    ["let in on another day", { ...made, on: "2026-11-26", hours: "09:00-10:00", outcome: "PARCIAL" }, undefined],
    ["not over", { ...made, on: "2026-11-26", hours: "09:00-10:01" }, "not-over"],
    ["of tomorrow", { ...made, on: "2026-11-27", hours: "08:00-09:00" }, "not-over"],
    ["over before it began", { ...made, hours: "10:15-10:14" }, "not-over"],
    ["of no minute, as nobody was in", { ...made, hours: "10:15-10:15", outcome: "AUSENTE" }, undefined],
    ["before the announced hours", { ...made, hours: "09:59-10:30" }, "before-announced"],
    ["before the announced day", { ...made, on: "2026-11-24" }, "before-announced"],
    ["nobody in, after the hours", { ...made, hours: "12:01-12:10", outcome: "AUSENTE" }, "not-as-announced"],
    [
      "refused on another day",
      { ...made, on: "2026-11-26", hours: "09:00-09:10", outcome: "IMPEDIDA" },
      "not-as-announced",
    ],
  ] as const)("%s: %s", (_what, inspection, refusal) => {
    expect(visitRefusal(inspection, visit, now)).toBe(refusal);
  });
});
