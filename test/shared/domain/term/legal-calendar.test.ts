import { describe, expect, it } from "vitest";
import { addDays, calendarDay as day, weekday } from "../../../../shared/domain/term/calendar-day.ts";
import {
  calendarIds,
  type DayStatus,
  dayStatus,
  easter,
  type LegalCalendar,
  nextWorkingDay,
  nonWorkingDaysOf,
  type YearlyHoliday,
} from "../../../../shared/domain/term/legal-calendar.ts";
import { calendars } from "../../../../tenants/eps-moquegua/calendars.ts";
import { listedHolidays } from "./listed-holidays.ts";

const { COMPANY, USER } = calendars;
const weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The digest's table 5.2: name, then month-day and weekday in 2024, 2025, 2026 and 2027. */
const nationalHolidays = [
  ["Año Nuevo", "01-01 Mon", "01-01 Wed", "01-01 Thu", "01-01 Fri"],
  ["Jueves Santo", "03-28 Thu", "04-17 Thu", "04-02 Thu", "03-25 Thu"],
  ["Viernes Santo", "03-29 Fri", "04-18 Fri", "04-03 Fri", "03-26 Fri"],
  ["Día del Trabajo", "05-01 Wed", "05-01 Thu", "05-01 Fri", "05-01 Sat"],
  ["Batalla de Arica y Día de la Bandera", "06-07 Fri", "06-07 Sat", "06-07 Sun", "06-07 Mon"],
  ["San Pedro y San Pablo", "06-29 Sat", "06-29 Sun", "06-29 Mon", "06-29 Tue"],
  ["Día de la Fuerza Aérea", "07-23 Tue", "07-23 Wed", "07-23 Thu", "07-23 Fri"],
  ["Fiestas Patrias", "07-28 Sun", "07-28 Mon", "07-28 Tue", "07-28 Wed"],
  ["Fiestas Patrias", "07-29 Mon", "07-29 Tue", "07-29 Wed", "07-29 Thu"],
  ["Batalla de Junín", "08-06 Tue", "08-06 Wed", "08-06 Thu", "08-06 Fri"],
  ["Santa Rosa de Lima", "08-30 Fri", "08-30 Sat", "08-30 Sun", "08-30 Mon"],
  ["Combate de Angamos", "10-08 Tue", "10-08 Wed", "10-08 Thu", "10-08 Fri"],
  ["Todos los Santos", "11-01 Fri", "11-01 Sat", "11-01 Sun", "11-01 Mon"],
  ["Inmaculada Concepción", "12-08 Sun", "12-08 Mon", "12-08 Tue", "12-08 Wed"],
  ["Batalla de Ayacucho", "12-09 Mon", "12-09 Tue", "12-09 Wed", "12-09 Thu"],
  ["Navidad", "12-25 Wed", "12-25 Thu", "12-25 Fri", "12-25 Sat"],
] as const;

describe("national holidays", () => {
  it.each([2024, 2025, 2026, 2027])("of %i, with their weekdays, are those of the table", (year) => {
    const column = year - 2023;
    const listed = nonWorkingDaysOf(COMPANY, year).map(({ date, name, reason }) => {
      expect(reason).toBe("national-holiday");
      return `${date.slice(5)} ${weekdayNames[weekday(date) - 1]} ${name}`;
    });
    expect(listed).toEqual(nationalHolidays.map((row) => `${row[column]} ${row[0]}`));
  });

  it.each([2021, 2022, 2023, 2024, 2025, 2026, 2027])(
    "of %i are an independent list's, less its Easter Sunday",
    (year) => {
      const oracle = listedHolidays[year]?.map((monthDay) => `${year}-${monthDay}`);
      const ours = nonWorkingDaysOf(COMPANY, year).map(({ date }) => date);
      expect(oracle).toContain(easter(year));
      expect(ours).toEqual(oracle?.filter((date) => date !== easter(year)));
    },
  );

  it.each([
    ["2023-06-07", true, "7 June: from 2024"],
    ["2024-06-07", false, "7 June: from 2024"],
    ["2021-07-23", true, "23 July: from 2023"],
    ["2024-07-23", false, "23 July: from 2023"],
    ["2021-08-06", true, "6 August: from 2022"],
    ["2024-08-06", false, "6 August: from 2022"],
    ["2021-12-09", true, "9 December: from 2022"],
    ["2022-12-09", false, "9 December: from 2022"],
  ])("%s worked: %s (%s)", (date, working) => {
    expect(dayStatus(COMPANY, day(date)).working).toBe(working);
  });
});

describe("Easter", () => {
  it.each([
    [1666, "1666-04-25", "the latest there is"],
    [1700, "1700-04-11", "a century that is no leap year"],
    [1761, "1761-03-22", "the earliest there is"],
    [1818, "1818-03-22", "the earliest again"],
    [1943, "1943-04-25", "the latest again"],
    [1954, "1954-04-18", "a late full moon brought forward"],
    [1981, "1981-04-19", "an epact of 29 brought forward"],
    [2000, "2000-04-23", "a century"],
    [2008, "2008-03-23", "early"],
    [2021, "2021-04-04", "as known"],
    [2022, "2022-04-17", "as known"],
    [2023, "2023-04-09", "as known"],
    [2024, "2024-03-31", "digest 5.2"],
    [2025, "2025-04-20", "digest 5.2"],
    [2026, "2026-04-05", "digest 5.2"],
    [2027, "2027-03-28", "digest 5.2"],
    [2038, "2038-04-25", "the latest again"],
    [2049, "2049-04-18", "a late full moon brought forward"],
    [2076, "2076-04-19", "an epact of 29 brought forward"],
    [2100, "2100-03-28", "a century that is no leap year"],
    [2200, "2200-04-06", "the next"],
    [2285, "2285-03-22", "the earliest again"],
    [2326, "2326-04-25", "the latest again"],
  ])("of %i is %s (%s)", (year, date) => {
    expect(easter(year)).toBe(date);
  });

  it("is a Sunday from 22 March to 25 April in every year to 4000", () => {
    const wrong = Array.from({ length: 2400 }, (_, index) => easter(1600 + index)).filter(
      (date) => weekday(date) !== 7 || date.slice(5) < "03-22" || date.slice(5) > "04-25",
    );
    expect(wrong).toEqual([]);
  });
});

describe("the two calendars", () => {
  it.each([
    ["2024-01-02", 2, "decreed"],
    ["2024-07-26", 5, "decreed"],
    ["2024-10-07", 1, "decreed"],
    ["2024-11-25", 1, "regional-holiday"],
    ["2024-12-06", 5, "decreed"],
    ["2024-12-23", 1, "decreed"],
    ["2024-12-24", 2, "decreed"],
    ["2024-12-30", 1, "decreed"],
    ["2024-12-31", 2, "decreed"],
    ["2025-05-02", 5, "decreed"],
    ["2025-11-25", 2, "regional-holiday"],
    ["2025-12-26", 5, "decreed"],
    ["2026-01-02", 5, "decreed"],
    ["2026-11-25", 3, "regional-holiday"],
    ["2027-11-25", 4, "regional-holiday"],
  ])("%s (weekday %i) is worked for the COMPANY and %s for the USER", (date, weekdayNumber, reason) => {
    expect(weekday(day(date))).toBe(weekdayNumber);
    expect(dayStatus(COMPANY, day(date))).toEqual({ working: true, reason: "working" });
    expect(dayStatus(USER, day(date))).toMatchObject({ working: false, reason, name: expect.any(String) });
  });

  it.each([2024, 2025, 2026, 2027])("of %i differ in no other day", (year) => {
    const disputed = nonWorkingDaysOf(USER, year).filter(({ reason }) => reason !== "national-holiday");
    expect(nonWorkingDaysOf(USER, year).length - nonWorkingDaysOf(COMPANY, year).length).toBe(disputed.length);
    expect(disputed).toHaveLength({ 2024: 9, 2025: 3, 2026: 2 }[year] ?? 1);
  });

  it.each(calendarIds)("%s: every entry says by what norm and when it was entered", (id) => {
    expect(calendars[id].id).toBe(id);
    expect(calendars[id].version).toBe("semilla-2026-11-24");
    for (const entry of calendars[id].nonWorking) {
      expect(entry).toMatchObject({ source: expect.stringMatching(/^(DLeg|DS|Ley) /), recordedAt: "2026-11-24" });
    }
  });
});

describe("the status of a day", () => {
  const entry = { source: "a test", recordedAt: day("2026-01-01") };
  const fair: YearlyHoliday = {
    ...entry,
    reason: "regional-holiday",
    name: "Feria",
    on: { monthDay: "03-10" },
    fromYear: 2025,
    untilYear: 2026,
  };
  const calendar: LegalCalendar = {
    id: "USER",
    version: "test",
    nonWorking: [
      fair,
      { ...fair, name: "Carnaval", on: { daysFromEaster: -47 } },
      { ...entry, reason: "decreed", name: "Censo", date: day("2026-03-10") },
      { ...entry, reason: "decreed", name: "Censo", date: day("2026-03-14") },
    ],
  };

  it.each<[string, DayStatus, string]>([
    ["2024-03-10", { working: false, reason: "weekend" }, "a Sunday of the year before the first"],
    ["2025-03-10", { working: false, reason: "regional-holiday", name: "Feria" }, "the first year counts"],
    ["2026-03-10", { working: false, reason: "regional-holiday", name: "Feria" }, "the last too, before a later entry"],
    ["2027-03-10", { working: true, reason: "working" }, "the year after the last"],
    ["2026-02-17", { working: false, reason: "regional-holiday", name: "Carnaval" }, "47 days before Easter"],
    ["2027-02-09", { working: true, reason: "working" }, "47 days before Easter, after its last year"],
    ["2026-03-14", { working: false, reason: "decreed", name: "Censo" }, "a Saturday with an entry gives its name"],
    ["2026-03-15", { working: false, reason: "weekend" }, "a Sunday without one has none"],
    ["2026-03-11", { working: true, reason: "working" }, "any other day"],
    ["2027-03-14", { working: false, reason: "weekend" }, "a decree is for one year"],
  ])("%s: %j (%s)", (date, status) => {
    // A calendar of its own: computed days are cached per calendar.
    expect(dayStatus({ ...calendar }, day(date))).toEqual(status);
  });

  it("a day with two entries is listed with both", () => {
    expect(nonWorkingDaysOf(calendar, 2026).map(({ date, name }) => `${date} ${name}`)).toEqual([
      "2026-02-17 Carnaval",
      "2026-03-10 Feria",
      "2026-03-10 Censo",
      "2026-03-14 Censo",
    ]);
  });

  it.each<[LegalCalendar, string, string, string]>([
    [COMPANY, "2026-03-02", "2026-03-03", "the next day"],
    [COMPANY, "2026-04-01", "2026-04-06", "over Holy Thursday, Good Friday and the weekend"],
    [COMPANY, "2026-12-31", "2027-01-04", "over New Year's Day and the weekend"],
    [USER, "2024-12-27", "2025-01-02", "over two decreed days and New Year's Day"],
  ])("the working day after (%#)", (calendar, from, to) => {
    expect(nextWorkingDay(calendar, day(from))).toBe(to);
    expect(nextWorkingDay(calendar, addDays(day(to), -1))).toBe(to);
  });
});
