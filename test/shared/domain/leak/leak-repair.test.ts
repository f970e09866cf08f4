import { describe, expect, it } from "vitest";
import { type RepairStatus, type RepairVerification, repairCheck } from "../../../../shared/domain/leak/leak-repair.ts";
import { calendarDay as day } from "../../../../shared/domain/term/calendar-day.ts";
import { calendars } from "../../../../tenants/eps-moquegua/calendars.ts";

const law = { repairCalendarDays: 15, calendars: { USER: calendars.USER, COMPANY: calendars.COMPANY } };

describe("a repair required on Monday 30 November: fifteen calendar days are Tuesday 15 December", () => {
  const seen = (on: string, repaired: boolean, repairedOn?: string): RepairVerification => ({
    on: day(on),
    repaired,
    ...(repairedOn !== undefined && { repairedOn: day(repairedOn) }),
  });

  it.each<[string, RepairVerification[], string, RepairStatus]>([
    ["the term runs", [], "2026-12-15", "awaiting-repair"],
    ["over, the company owes the visit", [], "2026-12-16", "awaiting-verification"],
    ["found repaired inside the term", [seen("2026-12-10", true)], "2026-12-20", "repaired-in-time"],
    ["on its last day", [seen("2026-12-15", true)], "2026-12-20", "repaired-in-time"],
    [
      "found repaired after it: the company's delay harms nobody",
      [seen("2026-12-18", true)],
      "2026-12-20",
      "repaired-in-time",
    ],
    [
      "repaired after it by the user's own proof",
      [seen("2026-12-18", true, "2026-12-16")],
      "2026-12-20",
      "repaired-late",
    ],
    [
      "repaired on the last day by that proof",
      [seen("2026-12-18", true, "2026-12-15")],
      "2026-12-20",
      "repaired-in-time",
    ],
    ["found open inside the term decides nothing", [seen("2026-12-10", false)], "2026-12-12", "awaiting-repair"],
    ["nor on its last day", [seen("2026-12-15", false)], "2026-12-15", "awaiting-repair"],
    ["and leaves a visit owed", [seen("2026-12-10", false)], "2026-12-16", "awaiting-verification"],
    ["found open after the term", [seen("2026-12-16", false)], "2026-12-16", "persists"],
    [
      "open inside, repaired after",
      [seen("2026-12-10", false), seen("2026-12-17", true)],
      "2026-12-20",
      "repaired-in-time",
    ],
    [
      "open after the term, then repaired",
      [seen("2026-12-16", false), seen("2026-12-20", true)],
      "2026-12-21",
      "repaired-late",
    ],
    ["in any order", [seen("2026-12-20", true), seen("2026-12-16", false)], "2026-12-21", "repaired-late"],
  ])("%s", (_, verifications, today, status) => {
    const check = repairCheck({ notifiedOn: day("2026-11-30"), verifications }, day(today), law);
    expect(check).toMatchObject({ status, due: { dueDate: "2026-12-15" }, verifyBy: "2026-12-16" });
  });
});

it.each([
  ["2026-11-23", "2026-12-10", "2026-12-11", "the 8th and 9th of December are holidays"],
  ["2026-11-27", "2026-12-14", "2026-12-15", "the 12th is a Saturday"],
  ["2026-12-10", "2026-12-28", "2026-12-29", "Christmas is a Friday: the next working day is Monday 28"],
])("required on %s it ends on %s and is verified by %s: %s", (notifiedOn, due, verifyBy) => {
  const check = repairCheck({ notifiedOn: day(notifiedOn), verifications: [] }, day(notifiedOn), law);
  expect([check.due?.dueDate, check.verifyBy]).toEqual([due, verifyBy]);
});

describe("calendars that change while the term runs", () => {
  // Without the holiday of the 9th of December the term of fifteen days from the 24th of November ends on that day.
  const shorter = {
    ...calendars.USER,
    nonWorking: calendars.USER.nonWorking.filter(
      (entry) => !("on" in entry && "monthDay" in entry.on && entry.on.monthDay === "12-09"),
    ),
  };
  const changed = (until: string, announced: typeof calendars.USER) =>
    repairCheck({ notifiedOn: day("2026-11-24"), verifications: [] }, day("2026-12-01"), {
      repairCalendarDays: 15,
      calendars: { USER: shorter, COMPANY: calendars.COMPANY },
      earlier: [{ until, calendars: { USER: announced, COMPANY: calendars.COMPANY } }],
    }).due?.dueDate;

  it("keeps the longest of all that were announced, from the day of the notice on", () => {
    const earlier = (until: string, USER: typeof calendars.USER) => ({
      until,
      calendars: { USER, COMPANY: calendars.COMPANY },
    });
    const check = (USER: typeof calendars.USER, ...before: readonly ReturnType<typeof earlier>[]) =>
      repairCheck({ notifiedOn: day("2026-11-24"), verifications: [] }, day("2026-12-01"), {
        repairCalendarDays: 15,
        calendars: { USER, COMPANY: calendars.COMPANY },
        earlier: before,
      }).due?.dueDate;
    expect(check(shorter, earlier("2026-11-24T15:00:00.000Z", calendars.USER))).toBe("2026-12-10");
    expect(check(calendars.USER, earlier("2026-12-01T15:00:00.000Z", shorter))).toBe("2026-12-10");
  });

  it.each([
    ["a change never shortens what was announced", "2026-12-01T15:00:00.000Z", calendars.USER, "2026-12-10"],
    [
      "calendars replaced before the requirement announced nothing",
      "2026-11-23T15:00:00.000Z",
      calendars.USER,
      "2026-12-09",
    ],
    ["a shorter one before changes nothing", "2026-12-01T15:00:00.000Z", shorter, "2026-12-09"],
  ])("%s", (_, until, announced, due) => {
    expect(changed(until, announced)).toBe(due);
  });
});

it("has no term before it is required", () => {
  expect(repairCheck(undefined, day("2026-12-01"), law)).toEqual({
    status: "not-required",
    explanation: ["La empresa aún no ha exigido reparar la fuga no visible."],
  });
});

it.each<[string, RepairVerification[], string]>([
  [
    "2026-12-12",
    [],
    "El plazo para reparar sigue abierto; la empresa debe verificar a más tardar el 16 de diciembre de 2026.",
  ],
  [
    "2026-12-12",
    [
      { on: day("2026-12-10"), repaired: false },
      { on: day("2026-12-11"), repaired: false },
      { on: day("2026-12-09"), repaired: false },
    ],
    "El plazo para reparar sigue abierto (última verificación: 11 de diciembre de 2026); la empresa debe verificar a más tardar el 16 de diciembre de 2026.",
  ],
  [
    "2026-12-16",
    [],
    "El plazo terminó y la empresa debe verificar la reparación: su día era o es el 16 de diciembre de 2026.",
  ],
  [
    "2026-12-20",
    [{ on: day("2026-12-18"), repaired: true, repairedOn: day("2026-12-17") }],
    "La fuga se reparó después del plazo (última verificación: 18 de diciembre de 2026).",
  ],
  [
    "2026-12-20",
    [{ on: day("2026-12-18"), repaired: false }],
    "La empresa verificó que la fuga seguía después del plazo (última verificación: 18 de diciembre de 2026).",
  ],
])("on %s, of %j: %s", (today, verifications, words) => {
  const check = repairCheck({ notifiedOn: day("2026-11-30"), verifications }, day(today), law);
  expect(check.explanation.at(-1)).toBe(words);
});

it("explains its term and what was found", () => {
  const verifications = [{ on: day("2026-12-10"), repaired: true }];
  expect(repairCheck({ notifiedOn: day("2026-11-30"), verifications }, day("2026-12-20"), law).explanation).toEqual([
    "La empresa exigió reparar la fuga no visible con aviso del 30 de noviembre de 2026; el plazo de 15 días calendario venció o vence el 15 de diciembre de 2026.",
    "La empresa verificó que la fuga se reparó dentro del plazo (última verificación: 10 de diciembre de 2026).",
  ]);
});
