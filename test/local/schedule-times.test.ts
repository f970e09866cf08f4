import { describe, expect, it } from "vitest";
import { nextRun } from "../../local/schedule-times.ts";

const tuesday = "2026-11-24T16:30:30.000Z";

describe("when a schedule runs next", () => {
  it.each([
    ["rate(5 minutes)", "UTC", "2026-11-24T16:35:30.000Z", "a rate counts from now"],
    ["rate(1 hour)", "UTC", "2026-11-24T17:30:30.000Z", "of one"],
    ["rate(2 days)", "UTC", "2026-11-26T16:30:30.000Z", "of days"],
    ["cron(0 * * * ? *)", "UTC", "2026-11-24T17:00:00.000Z", "each hour"],
    ["cron(0/10 * * * ? *)", "UTC", "2026-11-24T16:40:00.000Z", "each ten minutes"],
    ["cron(30 16 * * ? *)", "UTC", "2026-11-25T16:30:00.000Z", "the minute under way is over"],
    ["cron(0 12 ? * MON-FRI *)", "UTC", "2026-11-25T12:00:00.000Z", "days of the week"],
    ["cron(0 12 ? * 1 *)", "UTC", "2026-11-29T12:00:00.000Z", "1 is Sunday"],
    ["cron(15,45 8 1 JAN,JUL ? *)", "UTC", "2027-01-01T08:15:00.000Z", "lists and months"],
    ["cron(0 0 29 2 ? *)", "UTC", "2028-02-29T00:00:00.000Z", "a leap day"],
    ["cron(0 8 * * ? *)", "America/Lima", "2026-11-25T13:00:00.000Z", "in Lima"],
    ["cron(0 22 24 11 ? 2026)", "America/Lima", "2026-11-25T03:00:00.000Z", "the day is Lima's too"],
  ])("%s in %s: %s (%s)", (expression, zone, next) => {
    expect(nextRun(expression, zone, tuesday)).toBe(next);
  });

  it.each([
    ["cron(0 12 L * ? *)", "UTC", "the last day is not known"],
    ["cron(0 12 ? * MON#1 *)", "UTC", "nor the first Monday"],
    ["cron(0 25 * * ? *)", "UTC", "no such hour"],
    ["cron(0 12 * * ? 2020)", "UTC", "never again"],
    ["at(2026-12-01T00:00:00)", "UTC", "once only"],
    ["cron(0 12 * * ? *)", "Europe/Madrid", "a zone with summer time"],
  ])("%s in %s throws (%s)", (expression, zone) => {
    expect(() => nextRun(expression, zone, tuesday)).toThrow();
  });
});
