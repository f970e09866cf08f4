import { expect, it } from "vitest";
import { type AskedTerm, countAsked } from "../../../../shared/domain/term/asked-term.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { calendars } from "../../../../tenants/eps-moquegua/calendars.ts";

const from = calendarDay("2026-03-02");

it.each<[Omit<AskedTerm, "from">, string, string, string]>([
  [{ days: 5 }, "2026-03-09", "working-days", "five working days are a week"],
  [{ calendarDays: 5 }, "2026-03-09", "calendar-days", "the seventh is a Saturday, so it moves"],
  [{ calendarDays: 15 }, "2026-03-17", "calendar-days", "fifteen days, weekends included"],
  [{ months: 2 }, "2026-05-04", "months", "2 May is a Saturday"],
])("%j from 2 March 2026: %s, in %s (%s)", (asked, dueDate, unit) => {
  expect(countAsked({ from, ...asked }, calendars.COMPANY)).toMatchObject({ dueDate, unit });
});

it("throws without an amount", () => {
  expect(() => countAsked({ from }, calendars.COMPANY)).toThrow(RangeError);
});
