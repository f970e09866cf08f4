import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { filingDay, type SubmissionPolicy } from "../../../../shared/domain/filing/filing-day.ts";
import { addDays, calendarDay as day } from "../../../../shared/domain/term/calendar-day.ts";
import {
  addMonthsRolled,
  claimWindow,
  countCalendarDays,
  countWorkingDays,
  type DueDate,
  maxTermDays,
  paidClaimWindow,
  withPause,
  workingDaysLeft,
} from "../../../../shared/domain/term/due-dates.ts";
import type { CalendarId } from "../../../../shared/domain/term/legal-calendar.ts";
import { calendars } from "../../../../tenants/eps-moquegua/calendars.ts";

const sameDay: SubmissionPolicy = { afterHours: "SAME_DAY" };
const nextWorkingDayPolicy: SubmissionPolicy = { afterHours: "NEXT_WORKING_DAY", closesAt: "13:00" };
const twoMonthsOrSixtyDays = { laterOf: { months: 2, days: 60 } };

/** A row of a count: calendar, from, days or months, due date, reason. */
type Row = [CalendarId, string, number, string, string];

/** The digest's vectors 5.8 that are plain counts of working days. */
const vectors: Row[] = [
  ["COMPANY", "2026-07-20", 1, "2026-07-21", "filed on a Monday: day 1 is Tuesday"],
  ["COMPANY", "2026-07-20", 10, "2026-08-07", "23, 28, 29 July and 6 August skipped"],
  ["COMPANY", "2026-07-20", 30, "2026-09-04", "the resolution"],
  ["COMPANY", "2026-07-20", 35, "2026-09-11", "silence"],
  ["COMPANY", "2026-03-27", 1, "2026-03-30", "filed on a Friday evening, SAME_DAY"],
  ["COMPANY", "2026-03-27", 30, "2026-05-13", "Holy Thursday, Good Friday and 1 May skipped"],
  ["COMPANY", "2026-03-27", 35, "2026-05-20", "silence of the same"],
  ["COMPANY", "2026-03-30", 30, "2026-05-14", "the same under NEXT_WORKING_DAY"],
  ["COMPANY", "2026-11-21", 1, "2026-11-23", "filed on a Saturday: day 1 is Monday"],
  ["COMPANY", "2026-11-21", 30, "2027-01-07", "25 November counts for the company"],
  ["COMPANY", "2026-11-21", 35, "2027-01-14", "silence of the same"],
  ["USER", "2026-11-21", 30, "2027-01-08", "25 November does not count for the user"],
  ["USER", "2026-11-21", 35, "2027-01-15", "the same, 35 days"],
  ["COMPANY", "2026-04-01", 2, "2026-04-07", "remedy notice: Holy Thursday and Good Friday skipped"],
  ["COMPANY", "2025-12-11", 15, "2026-01-05", "notified: the company's count"],
  ["USER", "2025-12-11", 15, "2026-01-07", "notified: 26 December and 2 January excluded for the user"],
  ["COMPANY", "2026-08-03", 15, "2026-08-25", "reconsideration filed: to resolve it"],
  ["COMPANY", "2026-08-03", 20, "2026-09-01", "its silence"],
  ["COMPANY", "2026-06-25", 5, "2026-07-03", "appeal filed: to send it up, 29 June skipped"],
  ["COMPANY", "2026-07-03", 30, "2026-08-20", "received by the tribunal that day"],
];

/** Derived by hand from the rules. */
const workingDays: Row[] = [
  ["COMPANY", "2026-03-02", 1, "2026-03-03", "the day of the act is not counted"],
  ["COMPANY", "2026-03-06", 1, "2026-03-09", "a Friday's next working day is Monday"],
  ["COMPANY", "2026-03-07", 1, "2026-03-09", "from a Saturday"],
  ["COMPANY", "2026-03-08", 1, "2026-03-09", "from a Sunday"],
  ["COMPANY", "2026-03-02", 5, "2026-03-09", "five days are a week"],
  ["COMPANY", "2026-03-02", 15, "2026-03-23", "fifteen are three weeks"],
  ["COMPANY", "2026-03-31", 1, "2026-04-01", "over a month's end"],
  ["COMPANY", "2026-04-01", 1, "2026-04-06", "Holy Thursday and Good Friday"],
  ["COMPANY", "2026-04-02", 1, "2026-04-06", "from Holy Thursday itself"],
  ["COMPANY", "2026-04-05", 1, "2026-04-06", "from Easter Sunday: Easter Monday is worked"],
  ["COMPANY", "2026-04-30", 1, "2026-05-04", "1 May on a Friday"],
  ["COMPANY", "2027-04-30", 1, "2027-05-03", "1 May on a Saturday does not move"],
  ["COMPANY", "2023-06-06", 1, "2023-06-07", "7 June was worked before 2024"],
  ["COMPANY", "2024-06-06", 1, "2024-06-10", "7 June on a Friday"],
  ["COMPANY", "2025-06-06", 1, "2025-06-09", "7 June on a Saturday does not move"],
  ["COMPANY", "2026-06-05", 1, "2026-06-08", "7 June on a Sunday does not move"],
  ["COMPANY", "2027-06-04", 1, "2027-06-08", "7 June on a Monday"],
  ["COMPANY", "2026-06-26", 1, "2026-06-30", "29 June on a Monday"],
  ["COMPANY", "2021-07-22", 1, "2021-07-23", "23 July was worked before 2023"],
  ["COMPANY", "2026-07-22", 1, "2026-07-24", "23 July on a Thursday"],
  ["COMPANY", "2026-07-27", 1, "2026-07-30", "28 and 29 July on a Tuesday and Wednesday"],
  ["COMPANY", "2025-07-25", 1, "2025-07-30", "28 and 29 July on a Monday and Tuesday"],
  ["COMPANY", "2021-08-05", 1, "2021-08-06", "6 August was worked before 2022"],
  ["COMPANY", "2026-08-05", 1, "2026-08-07", "6 August on a Thursday"],
  ["COMPANY", "2026-08-28", 1, "2026-08-31", "30 August on a Sunday does not move"],
  ["COMPANY", "2027-08-27", 1, "2027-08-31", "30 August on a Monday"],
  ["COMPANY", "2026-10-07", 1, "2026-10-09", "8 October on a Thursday"],
  ["COMPANY", "2024-10-31", 1, "2024-11-04", "1 November on a Friday"],
  ["COMPANY", "2026-10-30", 1, "2026-11-02", "1 November on a Sunday does not move"],
  ["COMPANY", "2027-10-29", 1, "2027-11-02", "1 November on a Monday"],
  ["COMPANY", "2021-12-07", 1, "2021-12-09", "9 December was worked before 2022"],
  ["COMPANY", "2022-12-07", 1, "2022-12-12", "8 and 9 December on a Thursday and Friday"],
  ["COMPANY", "2025-12-05", 1, "2025-12-10", "8 and 9 December on a Monday and Tuesday"],
  ["COMPANY", "2026-12-07", 1, "2026-12-10", "8 and 9 December on a Tuesday and Wednesday"],
  ["COMPANY", "2026-12-24", 1, "2026-12-28", "25 December on a Friday"],
  ["COMPANY", "2027-12-24", 1, "2027-12-27", "25 December on a Saturday does not move"],
  ["COMPANY", "2026-12-31", 1, "2027-01-04", "from 31 December: 1 January on a Friday"],
  ["COMPANY", "2024-12-31", 1, "2025-01-02", "from 31 December: 1 January on a Wednesday"],
  ["COMPANY", "2024-02-28", 1, "2024-02-29", "onto a leap day"],
  ["COMPANY", "2024-02-29", 1, "2024-03-01", "from a leap day"],
  ["COMPANY", "2024-02-26", 5, "2024-03-04", "a leap day counts"],
  ["COMPANY", "2025-02-28", 1, "2025-03-03", "no leap day"],
  ["COMPANY", "2025-12-31", 1, "2026-01-02", "2 January 2026 counts for the company"],
  ["USER", "2025-12-31", 1, "2026-01-05", "2 January 2026 is decreed for the user"],
  ["USER", "2026-01-01", 1, "2026-01-05", "the same from the holiday"],
  ["COMPANY", "2026-11-24", 1, "2026-11-25", "25 November counts for the company"],
  ["USER", "2026-11-24", 1, "2026-11-26", "25 November on a Wednesday"],
  ["USER", "2025-11-24", 1, "2025-11-26", "25 November on a Tuesday"],
  ["USER", "2024-11-22", 1, "2024-11-26", "25 November on a Monday"],
  ["USER", "2027-11-24", 1, "2027-11-26", "25 November on a Thursday"],
  ["USER", "2023-11-24", 1, "2023-11-27", "25 November on a Saturday does not move"],
  ["COMPANY", "2024-01-01", 1, "2024-01-02", "2 January 2024 counts for the company"],
  ["USER", "2024-01-01", 1, "2024-01-03", "2 January 2024 is decreed for the user"],
  ["COMPANY", "2024-07-25", 1, "2024-07-26", "26 July 2024 counts for the company"],
  ["USER", "2024-07-25", 1, "2024-07-30", "26 July decreed, a weekend with 28 July in it, 29 July"],
  ["COMPANY", "2024-10-04", 1, "2024-10-07", "7 October 2024 counts for the company"],
  ["USER", "2024-10-04", 1, "2024-10-09", "a weekend, 7 October decreed, 8 October"],
  ["USER", "2024-12-05", 1, "2024-12-10", "6 December decreed, a weekend with 8 December in it, 9 December"],
  ["USER", "2024-12-20", 1, "2024-12-26", "23 and 24 December decreed, Christmas"],
  ["USER", "2024-12-27", 1, "2025-01-02", "30 and 31 December decreed, New Year's Day"],
  ["USER", "2024-12-20", 5, "2025-01-06", "26, 27 December, 2, 3, 6 January"],
  ["COMPANY", "2024-12-20", 5, "2024-12-30", "23, 24, 26, 27, 30 December"],
  ["COMPANY", "2025-04-30", 1, "2025-05-02", "2 May 2025 counts for the company"],
  ["USER", "2025-04-30", 1, "2025-05-05", "1 May, 2 May decreed"],
  ["COMPANY", "2025-12-24", 1, "2025-12-26", "26 December 2025 counts for the company"],
  ["USER", "2025-12-24", 1, "2025-12-29", "Christmas, 26 December decreed"],
  ["COMPANY", "2026-07-22", 2, "2026-07-27", "remedy: 24 and 27 July"],
  ["COMPANY", "2026-07-22", 5, "2026-08-03", "to widen the claim: 24, 27, 30, 31 July, 3 August"],
  ["COMPANY", "2026-12-04", 3, "2026-12-11", "copy to a telephone claimant: 7, 10, 11 December"],
  ["COMPANY", "2026-12-07", 5, "2026-12-16", "to send up: 10, 11, 14, 15, 16 December"],
  ["COMPANY", "2026-11-12", 15, "2026-12-03", "three whole weeks for the company"],
  ["USER", "2026-11-12", 15, "2026-12-04", "and a day more for the user"],
  ["COMPANY", "2026-01-30", 10, "2026-02-13", "two weeks without holidays"],
  ["COMPANY", "2026-01-30", 20, "2026-02-27", "four weeks without holidays"],
  ["COMPANY", "2025-03-10", 30, "2025-04-23", "19 to 4 April, 27 to 16 April, then 21, 22, 23"],
  ["COMPANY", "2025-03-10", 35, "2025-04-30", "and a week more"],
  ["COMPANY", "2027-03-08", 30, "2027-04-21", "Easter in March: 25 and 26 skipped"],
  ["COMPANY", "2027-07-06", 30, "2027-08-23", "23, 28, 29 July and 6 August skipped in 2027"],
  ["COMPANY", "2024-11-28", 30, "2025-01-14", "9 and 25 December and 1 January skipped"],
  ["USER", "2024-11-28", 30, "2025-01-21", "five decreed days more in the same weeks"],
  ["COMPANY", "2026-01-02", 247, "2026-12-31", "the working days of 2026 after 2 January"],
  ["COMPANY", "2026-01-02", 400, "2027-08-16", "the longest: 143 more, to the tenth of August 2027"],
];

const calendarDays: Row[] = [
  ["COMPANY", "2026-06-10", 15, "2026-06-25", "digest 5.8: a leak's repair"],
  ["COMPANY", "2026-03-02", 1, "2026-03-03", "the day of the act is not counted"],
  ["COMPANY", "2026-03-06", 1, "2026-03-09", "a Saturday moves to Monday"],
  ["COMPANY", "2026-06-13", 15, "2026-06-30", "a Sunday, then 29 June"],
  ["COMPANY", "2026-12-10", 15, "2026-12-28", "Christmas, then a weekend"],
  ["COMPANY", "2025-12-11", 15, "2025-12-26", "26 December counts for the company"],
  ["USER", "2025-12-11", 15, "2025-12-29", "26 December is decreed for the user"],
  ["COMPANY", "2025-12-17", 15, "2026-01-02", "New Year's Day"],
  ["USER", "2025-12-17", 15, "2026-01-05", "New Year's Day, 2 January decreed"],
  ["COMPANY", "2024-02-14", 15, "2024-02-29", "a leap day is a day"],
  ["COMPANY", "2025-02-14", 15, "2025-03-03", "1 March, a Saturday"],
  ["USER", "2026-05-29", 60, "2026-07-30", "digest 5.8: 28 July is a holiday, 29 too"],
  ["USER", "2025-12-31", 60, "2026-03-02", "digest 5.8: Sunday 1 March"],
  ["USER", "2026-01-02", 60, "2026-03-03", "digest 5.8: a Tuesday"],
  ["COMPANY", "2026-01-01", 400, "2027-02-05", "the longest: a year and 35 days"],
];

const months: Row[] = [
  ["USER", "2026-05-29", 2, "2026-07-30", "digest 5.8: 29 July is a holiday"],
  ["USER", "2025-12-31", 2, "2026-03-02", "digest 5.8: no 31 February; 1 March is a Sunday"],
  ["USER", "2026-01-02", 2, "2026-03-02", "digest 5.8: date to date"],
  ["COMPANY", "2026-12-15", 2, "2027-02-15", "over the year's end"],
  ["COMPANY", "2026-11-30", 1, "2026-12-30", "into December"],
  ["COMPANY", "2026-11-15", 2, "2027-01-15", "from a Sunday, into January"],
  ["COMPANY", "2026-12-10", 1, "2027-01-11", "into January, on a Sunday"],
  ["COMPANY", "2026-01-20", 12, "2027-01-20", "from January to January"],
  ["COMPANY", "2026-01-31", 1, "2026-03-02", "no 31 February; 1 March is a Sunday"],
  ["COMPANY", "2024-01-31", 1, "2024-03-01", "no 31 February even in a leap year"],
  ["COMPANY", "2024-01-29", 1, "2024-02-29", "the leap day exists"],
  ["COMPANY", "2025-01-29", 1, "2025-03-03", "it does not; 1 March is a Saturday"],
  ["COMPANY", "2024-02-29", 12, "2025-03-03", "nor a year after a leap day"],
  ["COMPANY", "2026-03-31", 1, "2026-05-04", "no 31 April; 1 May is a holiday on a Friday"],
  ["COMPANY", "2026-05-31", 1, "2026-07-01", "no 31 June"],
  ["COMPANY", "2026-08-31", 1, "2026-10-01", "no 31 September"],
  ["COMPANY", "2026-10-31", 1, "2026-12-01", "no 31 November"],
  ["COMPANY", "2026-12-31", 2, "2027-03-01", "no 31 February; 1 March is a Monday"],
  ["COMPANY", "2025-12-31", 12, "2026-12-31", "a year, from 31 December"],
  ["COMPANY", "2025-12-25", 12, "2026-12-28", "a year, to Christmas on a Friday"],
  ["COMPANY", "2026-09-25", 2, "2026-11-25", "25 November counts for the company"],
  ["USER", "2026-09-25", 2, "2026-11-26", "25 November does not for the user"],
  ["COMPANY", "2026-06-28", 1, "2026-07-30", "28 and 29 July"],
];

/** The due dates of rows, each with the call that made it. */
const due = {
  working: ([calendar, from, amount]: Row) =>
    countWorkingDays({ from: day(from), days: amount, calendar: calendars[calendar] }),
  calendar: ([calendar, from, amount]: Row) =>
    countCalendarDays({ from: day(from), days: amount, calendar: calendars[calendar] }),
  months: ([calendar, from, amount]: Row) =>
    addMonthsRolled({ from: day(from), months: amount, calendar: calendars[calendar] }),
};

/** One line a day, to read a working at a glance. */
function lines({ days }: DueDate): string[] {
  return days.map(({ date, counted, ordinal, reason, name }) =>
    [date.slice(5), counted ? `day ${ordinal}` : "-", reason, name].filter(Boolean).join(" "),
  );
}

describe("working days", () => {
  it.each([...vectors, ...workingDays])("%s: from %s, %i: %s (%s)", (...row) => {
    expect(due.working(row).dueDate).toBe(row[3]);
  });

  it("shows its working", () => {
    const remedy = due.working(["COMPANY", "2026-04-01", 2, "", ""]);
    expect(lines(remedy)).toEqual([
      "04-01 - start",
      "04-02 - national-holiday Jueves Santo",
      "04-03 - national-holiday Viernes Santo",
      "04-04 - weekend",
      "04-05 - weekend",
      "04-06 day 1 working",
      "04-07 day 2 working",
    ]);
    expect(remedy).toMatchObject({
      from: "2026-04-01",
      unit: "working-days",
      amount: 2,
      calendar: "COMPANY",
      calendarVersion: "semilla-2026-11-24",
    });
  });

  it("shows why a day is skipped for the user only", () => {
    expect(lines(due.working(["USER", "2025-12-31", 1, "", ""]))).toEqual([
      "12-31 - start",
      "01-01 - national-holiday Año Nuevo",
      "01-02 - decreed Día no laborable del sector público",
      "01-03 - weekend",
      "01-04 - weekend",
      "01-05 day 1 working",
    ]);
    expect(lines(due.working(["USER", "2026-11-24", 1, "", ""]))).toEqual([
      "11-24 - start",
      "11-25 - regional-holiday Aniversario de Moquegua",
      "11-26 day 1 working",
    ]);
  });

  it.each([0, -1, 401, 1.5, Number.NaN])("throws for a number of days out of range (%#)", (amount) => {
    const refused = new RangeError(`a term of ${amount}: not a whole number from 1 to 400`);
    expect(() => due.working(["COMPANY", "2026-03-02", amount, "", ""])).toThrow(refused);
    expect(() => due.calendar(["COMPANY", "2026-03-02", amount, "", ""])).toThrow(refused);
  });

  it("of 400 days is the longest", () => {
    expect(maxTermDays).toBe(400);
  });
});

describe("pauses", () => {
  type Span = readonly [after: string, through: string];

  it.each<[string, number, Span[], string, string]>([
    ["2026-07-06", 30, [["2026-07-08", "2026-07-10"]], "2026-08-25", "digest 5.8: 9 and 10 July do not count"],
    ["2026-07-06", 35, [["2026-07-08", "2026-07-10"]], "2026-09-01", "digest 5.8: its silence"],
    ["2026-07-06", 30, [], "2026-08-21", "without a pause, two days less"],
    ["2026-07-06", 5, [["2026-07-10", "2026-07-14"]], "2026-07-15", "over a weekend: 13 and 14 July"],
    ["2026-07-06", 5, [["2026-07-08", "2026-07-08"]], "2026-07-13", "remedied the day it was noticed: nothing"],
    ["2026-07-06", 1, [["2026-07-06", "2026-07-07"]], "2026-07-08", "noticed the day of filing"],
    ["2026-07-06", 5, [["2026-07-13", "2026-07-20"]], "2026-07-13", "after the term is over: nothing"],
    [
      "2026-07-06",
      5,
      [
        ["2026-07-07", "2026-07-08"],
        ["2026-07-10", "2026-07-13"],
      ],
      "2026-07-15",
      "two pauses: 8 and 13 July",
    ],
    [
      "2026-07-06",
      5,
      [
        ["2026-07-07", "2026-07-09"],
        ["2026-07-08", "2026-07-10"],
      ],
      "2026-07-16",
      "pauses that overlap stop a day once: 8, 9 and 10 July",
    ],
  ])("from %s, %i days, paused %j: %s (%s)", (from, days, spans, expected) => {
    const pauses = spans.map(([after, through]) => ({ after: day(after), through: day(through) }));
    expect(withPause({ from: day(from), days, calendar: calendars.COMPANY }, pauses).dueDate).toBe(expected);
  });

  it("marks a paused day as paused, and a non-working one with its own reason", () => {
    const pause = { after: day("2026-07-22"), through: day("2026-07-27") };
    expect(lines(withPause({ from: day("2026-07-21"), days: 2, calendar: calendars.COMPANY }, [pause]))).toEqual([
      "07-21 - start",
      "07-22 day 1 working",
      "07-23 - national-holiday Día de la Fuerza Aérea",
      "07-24 - paused",
      "07-25 - weekend",
      "07-26 - weekend",
      "07-27 - paused",
      "07-28 - national-holiday Fiestas Patrias",
      "07-29 - national-holiday Fiestas Patrias",
      "07-30 day 2 working",
    ]);
  });
});

describe("calendar days", () => {
  it.each(calendarDays)("%s: from %s, %i: %s (%s)", (...row) => {
    expect(due.calendar(row)).toMatchObject({ dueDate: row[3], unit: "calendar-days", amount: row[2] });
  });

  it("shows its working: every day counts, the last moves", () => {
    expect(lines(due.calendar(["COMPANY", "2026-06-26", 2, "", ""]))).toEqual([
      "06-26 - start",
      "06-27 day 1 weekend",
      "06-28 day 2 weekend",
      "06-29 - national-holiday San Pedro y San Pablo",
      "06-30 - moved",
    ]);
    expect(lines(due.calendar(["COMPANY", "2026-06-29", 1, "", ""]))).toEqual(["06-29 - start", "06-30 day 1 working"]);
  });
});

describe("months", () => {
  it.each(months)("%s: from %s, %i: %s (%s)", (...row) => {
    expect(due.months(row)).toMatchObject({ dueDate: row[3], unit: "months", amount: row[2] });
  });

  it.each<[string, string[], string]>([
    ["2025-12-31", ["02-28 day 59 weekend", "03-01 - weekend", "03-02 - missing-day"], "the month has no such day"],
    [
      "2026-05-29",
      ["07-29 day 61 national-holiday Fiestas Patrias", "07-30 - moved"],
      "the last day is not a working day",
    ],
    ["2026-06-30", ["08-30 day 61 national-holiday Santa Rosa de Lima", "08-31 - moved"], "a holiday on a Sunday"],
    ["2026-06-15", ["08-15 day 61 weekend", "08-16 - weekend", "08-17 - moved"], "a Saturday"],
    ["2026-02-16", ["04-16 day 59 working"], "a working day stays"],
  ])("two months from %s end in %j: %s", (from, end) => {
    expect(lines(due.months(["USER", from, 2, "", ""])).slice(-end.length)).toEqual(end);
  });

  it.each([0, 13, 1.5])("throws for a term of %d months", (amount) => {
    expect(() => due.months(["COMPANY", "2026-03-02", amount, "", ""])).toThrow(
      new RangeError(`a term of ${amount}: not a whole number from 1 to 12`),
    );
  });
});

describe("every working", () => {
  const all = [
    ...[...vectors, ...workingDays].map(due.working),
    ...calendarDays.map(due.calendar),
    ...months.map(due.months),
  ];

  it("lists each day once, from the start to the due date", () => {
    for (const { from, dueDate, days } of all) {
      expect(days.map(({ date }) => date)).toEqual(days.map((_, index) => addDays(from, index)));
      expect(days[0]).toEqual({ date: from, counted: false, reason: "start" });
      expect(days.at(-1)?.date).toBe(dueDate);
    }
  });

  it("numbers the days that count, and only those, from 1", () => {
    for (const { days } of all) {
      const ordinals = days.filter(({ counted }) => counted).map(({ ordinal }) => ordinal);
      expect(ordinals).toEqual(ordinals.map((_, index) => index + 1));
      expect(days.filter(({ counted, ordinal }) => !counted && ordinal !== undefined)).toEqual([]);
    }
  });
});

describe("the window to claim a bill", () => {
  it.each([
    ["2026-05-29", "2026-07-30", "months", "digest 5.8: both on Thu 30 July"],
    ["2025-12-31", "2026-03-02", "months", "digest 5.8: both on Mon 2 March"],
    ["2026-01-02", "2026-03-03", "calendar-days", "digest 5.8: 2 March or 3 March, the later wins"],
    ["2026-06-30", "2026-08-31", "months", "30 August, a Sunday, or 29 August, a Saturday: both moved to Monday"],
    ["2026-07-15", "2026-09-15", "months", "15 September or Sunday 13, moved to Monday 14"],
    ["2025-09-25", "2025-11-26", "months", "25 November moved a day, or 24 November"],
    ["2026-01-31", "2026-04-01", "calendar-days", "31 March or 1 April"],
  ])("an unpaid bill due %s: until %s by its %s (%s)", (from, expected, unit) => {
    const window = claimWindow({ from: day(from), rule: twoMonthsOrSixtyDays, calendar: calendars.USER });
    expect(window).toMatchObject({ dueDate: expected, unit, calendar: "USER" });
    expect(window.other.unit).toBe(unit === "months" ? "calendar-days" : "months");
    expect(window.other.dueDate <= window.dueDate).toBe(true);
  });

  it.each([
    ["2026-05-29", "2026-06-10", "2027-06-10", "paid late: from the payment"],
    ["2026-05-29", "2026-05-20", "2027-05-31", "paid early: from the due date; 29 May 2027 is a Saturday"],
    ["2026-05-29", "2026-05-29", "2027-05-31", "paid on the day"],
    ["2026-05-28", "2026-05-29", "2027-05-31", "paid a day late"],
    ["2026-05-28", "2026-05-28", "2027-05-28", "paid on a day whose year ends on a Friday"],
  ])("a bill due %s and paid %s: until %s (%s)", (dueOn, paidOn, expected) => {
    const bill = { dueOn: day(dueOn), paidOn: day(paidOn), months: 12, calendar: calendars.USER };
    expect(paidClaimWindow(bill).dueDate).toBe(expected);
  });
});

/** Instant, day of filing under SAME_DAY and under NEXT_WORKING_DAY with the office closing at 13:00, reason. */
const sendings: [string, string, string, string][] = [
  ["2026-03-28T01:00:00.000Z", "2026-03-27", "2026-03-30", "digest 5.8: Friday 20:00"],
  ["2026-07-20T15:00:00.000Z", "2026-07-20", "2026-07-20", "digest 5.8: Monday 10:00"],
  ["2026-03-27T05:00:00.000Z", "2026-03-27", "2026-03-27", "Friday 00:00: before the office opens is the same day"],
  ["2026-03-27T17:59:59.999Z", "2026-03-27", "2026-03-27", "Friday 12:59:59.999"],
  ["2026-03-27T18:00:00.000Z", "2026-03-27", "2026-03-30", "Friday 13:00: the office is closed"],
  ["2026-03-28T04:59:59.999Z", "2026-03-27", "2026-03-30", "Friday 23:59:59.999"],
  ["2026-03-28T05:00:00.000Z", "2026-03-28", "2026-03-30", "Saturday 00:00"],
  ["2026-03-29T14:00:00.000Z", "2026-03-29", "2026-03-30", "Sunday morning"],
  ["2026-04-02T14:00:00.000Z", "2026-04-02", "2026-04-06", "Holy Thursday morning"],
  ["2026-04-02T00:30:00.000Z", "2026-04-01", "2026-04-06", "the evening before Holy Thursday"],
  ["2027-01-01T02:00:00.000Z", "2026-12-31", "2027-01-04", "31 December 21:00, already the next year in UTC"],
];

describe("the day on which something sent counts as filed", () => {
  it.each(sendings)("%s: %s, or %s (%s)", (instant, same, next) => {
    expect(filingDay(instant, sameDay, calendars.COMPANY)).toBe(same);
    expect(filingDay(instant, nextWorkingDayPolicy, calendars.COMPANY)).toBe(next);
  });
});

describe("whatever the zone of the process, and without the platform's dates", () => {
  const script = `
    const offset = new Date("2026-01-01T00:00:00Z").getTimezoneOffset();
    globalThis.Date = undefined;
    globalThis.Intl = undefined;
    const terms = await import("./shared/domain/term/due-dates.ts");
    const { filingDay } = await import("./shared/domain/filing/filing-day.ts");
    const { calendars } = await import("./tenants/eps-moquegua/calendars.ts");
    const { working, calendar, months, sendings, policy } = JSON.parse(process.argv[1]);
    const each = (rows, count) => rows.map(([id, from, amount]) => count(from, amount, calendars[id]).dueDate);
    console.log(JSON.stringify({
      offset,
      working: each(working, (from, days, calendar) => terms.countWorkingDays({ from, days, calendar })),
      calendar: each(calendar, (from, days, calendar) => terms.countCalendarDays({ from, days, calendar })),
      months: each(months, (from, months, calendar) => terms.addMonthsRolled({ from, months, calendar })),
      sendings: sendings.map(([instant]) => filingDay(instant, policy, calendars.COMPANY)),
    }));`;

  it.each([
    ["UTC", 0],
    ["America/Lima", 300],
    ["Pacific/Kiritimati", -840],
  ])("TZ=%s gives every row the same", async (zone, offset) => {
    const working = [...vectors, ...workingDays];
    const rows = { working, calendar: calendarDays, months, sendings, policy: nextWorkingDayPolicy };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "-e", script, JSON.stringify(rows)],
      { cwd: new URL("../../../../", import.meta.url), env: { ...process.env, TZ: zone } },
    );
    expect(JSON.parse(stdout)).toEqual({
      offset,
      working: working.map((row) => row[3]),
      calendar: calendarDays.map((row) => row[3]),
      months: months.map((row) => row[3]),
      sendings: sendings.map((row) => row[2]),
    });
  });
});

describe("working days left of a term", () => {
  it.each([
    ["2026-11-24", "2026-11-27", 2, "25 November is no working day of the user: 26 and 27"],
    ["2026-11-27", "2026-11-27", 0, "the last day itself"],
    ["2026-11-28", "2026-11-27", 0, "it is over"],
    ["2026-12-04", "2026-12-10", 2, "a weekend and the holidays of 8 and 9 December do not count: 7 and 10"],
  ])("on %s, of one that ends on %s: %i (%s)", (today, dueDate, left, _reason) => {
    expect(workingDaysLeft(day(today), day(dueDate), calendars.USER)).toBe(left);
  });
});
