import { expect, it } from "vitest";
import { tenant } from "../../../settings.ts";
import { calendarDay } from "../../../shared/domain/calendar-day.ts";
import { movedByOutage } from "../../../shared/domain/outage.ts";

const calendar = tenant.calendars.USER.value;
const at = (from: string, to: string) => ({ from, to });

it.each<[string, readonly { from: string; to: string }[], string | undefined, string]>([
  ["2026-11-23", [], undefined, "the desk worked"],
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
    undefined,
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
  ["2026-11-23", [at("2026-11-20T15:00:00.000Z", "2026-11-20T21:00:00.000Z")], undefined, "down before the last day"],
])("a term to %s with outages %o ends on %s (%s)", (due, outages, moved) => {
  expect(movedByOutage(calendarDay(due), outages, calendar)).toBe(moved);
});
