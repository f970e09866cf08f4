import { expect, it } from "vitest";
import { tenant } from "../../../../settings.ts";
import { claimLaw } from "../../../../shared/casework/case/claim-law.ts";
import { lastDayToAcknowledge } from "../../../../shared/casework/delivery/days-to-acknowledge.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";

const law = claimLaw(tenant, calendarDay("2026-11-23"));

it.each([
  ["a Monday", "2026-12-28T16:00:00.000Z", "2026-12-30"],
  ["late in the day, still that day in Lima", "2026-12-29T04:59:00.000Z", "2026-12-30"],
  ["a Thursday before a holiday and a weekend", "2026-12-24T16:00:00.000Z", "2026-12-29"],
])("an e-mail sent on %s is expected to be acknowledged in two working days", (_, sentAt, day) => {
  expect(lastDayToAcknowledge(sentAt, law, undefined)).toBe(day);
});

it("is never expected after the last day to be notified", () => {
  const last = calendarDay("2026-12-29");
  expect(lastDayToAcknowledge("2026-12-28T16:00:00.000Z", law, last)).toBe(last);
});
