import { expect, it } from "vitest";
import { tenant } from "../../../../settings.ts";
import { afterWorkingMinutes, workingMinutes } from "../../../../shared/domain/term/working-hours.ts";

const hours = { opens: "08:00", closes: "17:00" };
const calendar = tenant.calendars.COMPANY.value;

it.each([
  // Instants in UTC: Lima is five hours behind.
  ["in a morning", "2026-11-23T13:00:00.000Z", "2026-11-23T17:00:00.000Z", 240],
  ["from before the office opens", "2026-11-23T10:00:00.000Z", "2026-11-23T14:30:00.000Z", 90],
  ["until after the office closes", "2026-11-23T21:00:00.000Z", "2026-11-23T23:30:00.000Z", 60],
  ["overnight", "2026-11-23T21:00:00.000Z", "2026-11-24T14:00:00.000Z", 120],
  ["over a weekend", "2026-11-27T21:30:00.000Z", "2026-11-30T13:30:00.000Z", 60],
  ["over holidays, 8 and 9 December", "2026-12-07T21:00:00.000Z", "2026-12-10T14:00:00.000Z", 120],
  ["all in a night", "2026-11-24T00:00:00.000Z", "2026-11-24T06:00:00.000Z", 0],
])("working time %s", (_, from, to, minutes) => {
  expect(workingMinutes(from, to, hours, calendar)).toBe(minutes);
});

it.each([
  ["the same morning", "2026-11-23T13:00:00.000Z", 240, "2026-11-23T17:00:00.000Z"],
  ["to the minute it closes", "2026-11-23T13:00:00.000Z", 540, "2026-11-23T22:00:00.000Z"],
  ["asked in the night", "2026-11-24T01:00:00.000Z", 90, "2026-11-24T14:30:00.000Z"],
  ["over a weekend", "2026-11-27T21:30:00.000Z", 60, "2026-11-30T13:30:00.000Z"],
  ["over holidays, 8 and 9 December", "2026-12-07T21:00:00.000Z", 120, "2026-12-10T14:00:00.000Z"],
])("an answer is expected after working time %s", (_, from, minutes, at) => {
  expect(afterWorkingMinutes(from, minutes, hours, calendar)).toBe(at);
  expect(workingMinutes(from, at, hours, calendar)).toBe(minutes);
});
