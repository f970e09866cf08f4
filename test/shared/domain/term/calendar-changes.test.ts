import { describe, expect, it } from "vitest";
import { tenant } from "../../../../settings.ts";
import { seedOf } from "../../../../shared/casework/term/calendars-in-force.ts";
import { type CalendarChange, changedCalendars, listedDays } from "../../../../shared/domain/term/calendar-changes.ts";
import { calendarDay as day } from "../../../../shared/domain/term/calendar-day.ts";
import { dayStatus } from "../../../../shared/domain/term/legal-calendar.ts";

const both = ["COMPANY", "USER"] as const;
const seed = seedOf(tenant);
const entered = day("2026-11-24");
const made = (...changes: CalendarChange[]) => {
  const changed = changedCalendars(seed, changes, "v2", entered);
  if (!changed.ok) throw new Error(changed.error);
  return changed.value;
};
const add = (
  date: string,
  reason: "decreed" | "regional-holiday" | "national-holiday",
  scope: CalendarChange["scope"] = both,
): CalendarChange => ({ action: "add", reason, date: day(date), name: "Día de prueba", source: "Ley 00000", scope });
const remove = (date: string, scope: CalendarChange["scope"] = both): CalendarChange => ({
  action: "remove",
  date: day(date),
  source: "Ley 00000",
  scope,
});

describe("the calendars after a change", () => {
  it.each([
    [add("2027-03-10", "decreed"), "2027-03-10", false, "the day itself"],
    [add("2027-03-10", "decreed"), "2028-03-10", true, "a decree is for one year"],
    [add("2027-03-10", "national-holiday"), "2027-03-10", false, "a new holiday from its first year on"],
    [add("2027-03-10", "national-holiday"), "2028-03-10", false, "and every year after"],
    [add("2027-03-10", "national-holiday"), "2026-03-10", true, "and none before"],
    [remove("2027-10-08"), "2027-10-08", true, "a holiday taken off is worked that year"],
    [remove("2027-10-08"), "2030-10-08", true, "and after"],
    [remove("2027-10-08"), "2026-10-08", false, "and was none the less a holiday before"],
    [remove("2027-03-26"), "2028-04-14", true, "one counted from Easter too"],
    [remove("2027-03-26"), "2026-04-03", false, "and only from then on"],
    [remove("2026-11-25", ["USER"]), "2026-11-25", true, "the user's alone"],
    [add("2027-03-12", "decreed"), "2027-03-12", false, "a Friday can be decreed"],
    [
      add("2027-03-13", "national-holiday"),
      "2028-03-13",
      false,
      "a holiday may begin on a Saturday: it is of every year",
    ],
    [add("2026-11-25", "regional-holiday", ["COMPANY"]), "2027-11-25", false, "the company follows its customers"],
  ])("%j: %s worked is %s (%s)", (change, date, working) => {
    expect(dayStatus(made(change)[change.scope[0] ?? "USER"], day(date)).working).toBe(working);
  });

  it("have the new version and the day each entry was made, and do not change the earlier ones", () => {
    const before = JSON.stringify(seed);
    const { COMPANY, USER } = made(add("2027-03-10", "decreed", ["USER"]));
    expect([COMPANY.version, USER.version]).toEqual(["v2", "v2"]);
    expect(USER.nonWorking.at(-1)).toEqual({
      reason: "decreed",
      date: "2027-03-10",
      name: "Día de prueba",
      source: "Ley 00000",
      recordedAt: "2026-11-24",
    });
    expect(COMPANY.nonWorking).toEqual(seed.COMPANY.nonWorking);
    expect(JSON.stringify(seed)).toBe(before);
  });

  it.each([
    [[add("2027-01-01", "decreed")], "already-there", 0, "a holiday"],
    [[add("2027-03-10", "decreed"), add("2027-03-10", "decreed")], "already-there", 1, "the same twice"],
    [[add("2026-11-25", "decreed")], "already-there", 0, "there for one of the two"],
    [[add("2027-03-13", "decreed")], "weekend", 0, "a Saturday"],
    [[remove("2027-03-10")], "not-there", 0, "a working day"],
    [[remove("2027-03-13")], "not-there", 0, "a Saturday that nothing names"],
    [[remove("2026-11-25")], "not-there", 0, "there only for the user"],
    [[add("2027-03-10", "decreed", ["COMPANY"])], "company-alone", 0, "off for the company alone"],
    [[remove("2027-01-01", ["USER"])], "company-alone", 0, "on for the user alone"],
    [[add("2026-11-21", "regional-holiday", ["COMPANY"])], "company-alone", 0, "a Saturday this year alone"],
    [[remove("2027-05-01", ["USER"])], "company-alone", 0, "a Saturday, on for the user alone in other years"],
  ])("%j is refused: %s at %i (%s)", (changes, error, at) => {
    expect(changedCalendars(seed, changes, "v2", entered)).toEqual({ ok: false, error, at });
  });

  it("removes in a later change what an earlier one added", () => {
    const after = changedCalendars(made(add("2027-03-10", "decreed")), [remove("2027-03-10")], "v3", entered);
    expect(after.ok && after.value.COMPANY.nonWorking).toEqual(seed.COMPANY.nonWorking);
  });

  it("keeps nothing of a holiday that is removed in its first year", () => {
    const after = changedCalendars(made(add("2027-03-10", "national-holiday")), [remove("2027-03-10")], "v3", entered);
    expect(after.ok && after.value.COMPANY.nonWorking).toEqual(seed.COMPANY.nonWorking);
  });
});

it("the days of a year are listed once, with the calendars that name them", () => {
  const listed = listedDays(seed, 2026);
  expect(listed.map(({ date }) => date)).toEqual(listed.map(({ date }) => date).sort());
  expect(listed.filter(({ scope }) => scope.length === 2)).toHaveLength(16);
  expect(listed.filter(({ scope }) => scope.length === 1).map(({ date, scope }) => [date, ...scope])).toEqual([
    ["2026-01-02", "USER"],
    ["2026-11-25", "USER"],
  ]);
});
