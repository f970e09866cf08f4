import { expect, it } from "vitest";
import { tenant } from "../../../settings.ts";
import { fallBackDay } from "../../../shared/casework/case-view.ts";
import { claimLaw } from "../../../shared/casework/claim-law.ts";
import { calendarDay } from "../../../shared/domain/calendar-day.ts";

const law = claimLaw(tenant, calendarDay("2026-11-23"));

it.each([
  ["a Monday", "2026-12-28T16:00:00.000Z", "2026-12-31"],
  ["late in the day, still that day in Lima", "2026-12-29T04:59:00.000Z", "2026-12-31"],
  ["a Thursday before a holiday and a weekend", "2026-12-24T16:00:00.000Z", "2026-12-30"],
])("an e-mail sent on %s is taken to the address the day after two working days", (_, sentAt, day) => {
  expect(fallBackDay(sentAt, law)).toBe(day);
});
