import { expect, it } from "vitest";
import { isInForce } from "../../../../shared/domain/register/supervision.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";

it.each([
  ["2026-03-01", false, "the day before"],
  ["2026-03-02", true, "its first day"],
  ["2026-03-05", true, "within"],
  ["2026-03-09", true, "its last day"],
  ["2026-03-10", false, "the day after"],
])("an access from 2 to 9 March 2026, on %s: %s (%s)", (today, inForce) => {
  const access = { from: calendarDay("2026-03-02"), until: calendarDay("2026-03-09") };
  expect(isInForce(access, calendarDay(today))).toBe(inForce);
});
