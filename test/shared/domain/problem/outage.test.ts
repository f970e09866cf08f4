import { describe, expect, it } from "vitest";
import { tenant } from "../../../../settings.ts";
import { movedByOutage, withOutages } from "../../../../shared/domain/problem/outage.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../../../shared/domain/term/due-dates.ts";

const calendar = tenant.calendars.USER.value;
const at = (from: string, to: string) => ({ from, to });

it.each<[string, readonly { from: string; to: string }[], string, string]>([
  ["2026-11-23", [], "2026-11-23", "the document desk worked"],
  ["2026-11-23", [at("2026-11-23T15:00:00.000Z", "2026-11-23T21:00:00.000Z")], "2026-11-24", "down on the last day"],
  [
    "2026-11-27",
    [at("2026-11-27T15:00:00.000Z", "2026-11-27T21:00:00.000Z")],
    "2026-11-30",
    "a Friday's next working day",
  ],
  [
    "2026-11-23",
    [at("2026-11-24T05:00:00.000Z", "2026-11-24T06:00:00.000Z")],
    "2026-11-23",
    "midnight in Lima is the next day",
  ],
  [
    "2026-11-23",
    [at("2026-11-24T04:59:00.000Z", "2026-11-24T05:01:00.000Z")],
    "2026-11-26",
    "through midnight: both days",
  ],
  [
    "2026-11-23",
    [
      at("2026-11-23T15:00:00.000Z", "2026-11-23T16:00:00.000Z"),
      at("2026-11-24T15:00:00.000Z", "2026-11-24T16:00:00.000Z"),
    ],
    "2026-11-26",
    "down again on the day it moved to",
  ],
  [
    "2026-11-23",
    [at("2026-11-20T15:00:00.000Z", "2026-11-20T21:00:00.000Z")],
    "2026-11-23",
    "down before the last day",
  ],
])("a term to %s with outages %o ends on %s (%s)", (due, outages, moved) => {
  expect(movedByOutage(calendarDay(due), outages, calendar)).toBe(moved);
});

describe("the working of a term that an outage met", () => {
  const term = countWorkingDays({ from: calendarDay("2026-11-19"), days: 2, calendar });
  const monday = at("2026-11-23T15:00:00.000Z", "2026-11-23T21:00:00.000Z");
  const tuesday = at("2026-11-24T15:00:00.000Z", "2026-11-24T16:00:00.000Z");

  it("shows it on its day, every day the term moved by, and where it ends", () => {
    const moved = withOutages(term, [tuesday, monday], calendar);
    expect(moved.dueDate).toBe("2026-11-26");
    expect(moved.days.slice(-4)).toEqual([
      { date: "2026-11-23", counted: true, ordinal: 2, reason: "working", outage: monday },
      { date: "2026-11-24", counted: false, reason: "moved", outage: tuesday },
      { date: "2026-11-25", counted: false, reason: "regional-holiday", name: expect.any(String) },
      { date: "2026-11-26", counted: false, reason: "moved" },
    ]);
  });

  it("is the same object if the document desk worked", () => {
    expect(withOutages(term, [tuesday], calendar)).toBe(term);
  });
});
