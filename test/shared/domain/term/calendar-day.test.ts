import { describe, expect, it } from "vitest";
import {
  addDays,
  calendarDay as day,
  dayFrom,
  daysBetween,
  daysInMonth,
  lapsesAt,
  limaDay,
  limaInstant,
  limaTime,
  minuteOf,
  parseDay,
  partsOf,
  weekday,
} from "../../../../shared/domain/term/calendar-day.ts";

describe("a day is read only if it exists", () => {
  it.each([
    ["2026-11-24", true, "an ordinary day"],
    ["2024-02-29", true, "leap year"],
    ["2000-02-29", true, "a century divisible by 400 is a leap year"],
    ["1900-02-29", false, "another century is not"],
    ["2026-02-29", false, "not a leap year"],
    ["2026-02-30", false, "February never has 30 days"],
    ["2026-04-31", false, "April has 30 days"],
    ["2026-06-31", false, "June has 30 days"],
    ["2026-09-31", false, "September has 30 days"],
    ["2026-11-31", false, "November has 30 days"],
    ["2026-12-31", true, "the last of the year"],
    ["2026-13-01", false, "there are 12 months"],
    ["2026-00-10", false, "months begin at 1"],
    ["2026-01-00", false, "days begin at 1"],
    ["0000-01-01", false, "there is no year 0"],
    ["0001-01-01", true, "the first there is"],
    ["9999-12-31", true, "the last there is"],
    ["2026-1-1", false, "two digits each"],
    ["26-01-01", false, "four digits for the year"],
    ["2026-01-01T00:00:00Z", false, "an instant is not a day"],
    [" 2026-01-01", false, "no blanks"],
    ["2026-01-01\n", false, "nothing after"],
    ["hoy", false, "no words"],
  ])("%j: %s (%s)", (text, exists) => {
    expect(parseDay(text)).toBe(exists ? text : undefined);
  });

  it("calendarDay throws for a day that does not exist", () => {
    expect(() => day("2026-02-30")).toThrow("no such day: 2026-02-30");
    expect(() => dayFrom(2026, 2, 29)).toThrow("no such day: 2026-02-29");
    expect(dayFrom(33, 4, 5)).toBe("0033-04-05");
  });
});

describe("arithmetic", () => {
  it.each([
    ["2026-03-02", 1, "2026-03-03", "the next day"],
    ["2026-03-02", 0, "2026-03-02", "itself"],
    ["2026-03-01", -1, "2026-02-28", "backwards over February"],
    ["2024-03-01", -1, "2024-02-29", "backwards over a leap day"],
    ["2024-02-28", 1, "2024-02-29", "onto a leap day"],
    ["2024-02-29", 1, "2024-03-01", "off a leap day"],
    ["2024-02-29", 366, "2025-03-01", "a leap day has no anniversary"],
    ["2025-12-31", 1, "2026-01-01", "over the year's end"],
    ["2026-01-01", 364, "2026-12-31", "a common year has 365 days"],
    ["2024-01-01", 365, "2024-12-31", "a leap year has 366 days"],
    ["1900-02-28", 1, "1900-03-01", "1900 was not a leap year"],
    ["2000-02-28", 1, "2000-02-29", "2000 was"],
    ["2000-01-01", 146097, "2400-01-01", "400 years are 146 097 days"],
    ["0001-01-01", 3652058, "9999-12-31", "the whole range"],
  ])("%s and %i days: %s (%s)", (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  it("throws past the last day or before the first", () => {
    expect(() => addDays(day("9999-12-31"), 1)).toThrow(RangeError);
    expect(() => addDays(day("0001-01-01"), -1)).toThrow(RangeError);
  });

  it("every day from 1895 to 2305 agrees with the platform's own calendar in UTC", () => {
    const first = day("1895-01-01");
    const disagreements: string[] = [];
    for (let ahead = 0; ahead < 150_000; ahead++) {
      const expected = new Date(Date.UTC(1895, 0, 1 + ahead));
      const date = addDays(first, ahead);
      const same =
        date === expected.toISOString().slice(0, 10) &&
        weekday(date) === (expected.getUTCDay() || 7) &&
        daysBetween(first, date) === ahead &&
        partsOf(date).dayOfMonth === expected.getUTCDate();
      if (!same) disagreements.push(date);
    }
    expect(disagreements).toEqual([]);
  });

  it.each([
    ["0001-01-01", 1, "the first day of the range"],
    ["2024-02-29", 4, "a leap day"],
    ["2026-11-24", 2, "Tuesday"],
    ["2026-11-29", 7, "Sunday is 7"],
    ["2026-11-30", 1, "Monday is 1"],
  ])("%s is weekday %i (%s)", (date, expected) => {
    expect(weekday(day(date))).toBe(expected);
  });

  it.each([
    [2023, 2, 28],
    [2024, 2, 29],
    [2026, 1, 31],
    [2026, 4, 30],
    [2026, 12, 31],
  ])("%i-%i has %i days", (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });
});

it.each([
  ["00:00", 0],
  ["09:05", 545],
  ["24:00", 1440],
  ["10:30-12:30", 630],
])("%s begins %i minutes into the day", (time, minutes) => {
  expect(minuteOf(time)).toBe(minutes);
});

describe("instants", () => {
  it.each([
    ["2026-07-20T15:00:00.000Z", "2026-07-20", "10:00", "the morning"],
    ["2026-07-21T04:59:59.999Z", "2026-07-20", "23:59", "the last millisecond of the day in Lima"],
    ["2026-07-21T05:00:00.000Z", "2026-07-21", "00:00", "the first of the next"],
    ["2026-03-28T01:00:00Z", "2026-03-27", "20:00", "milliseconds may be missing; UTC is already on Saturday"],
    ["2026-01-01T00:00:00Z", "2025-12-31", "19:00", "UTC is already in the new year"],
    ["2024-03-01T03:30:00Z", "2024-02-29", "22:30", "the evening of a leap day"],
    ["2026-07-20T23:59:00.123456Z", "2026-07-20", "18:59", "any precision"],
  ])("%s is %s at %s in Lima (%s)", (instant, date, time) => {
    expect(limaTime(instant)).toEqual({ day: date, time });
    expect(limaDay(instant)).toBe(date);
  });

  it.each([
    ["2026-07-20", "a day is not an instant"],
    ["2026-07-20T10:00:00", "without a zone"],
    ["2026-07-20T10:00:00-05:00", "not in UTC"],
    ["2026-02-30T10:00:00Z", "no such day"],
    ["2026-07-20T24:00:00Z", "no such hour"],
    ["2026-07-20T10:60:00Z", "no such minute"],
    ["2026-07-20T10:00:60Z", "no leap seconds"],
    ["2026-07-20T10:00:00Z tomorrow", "nothing after"],
    ["on 2026-07-20T10:00:00Z", "nothing before"],
  ])("%s is refused: %s", (instant) => {
    expect(() => limaDay(instant)).toThrow(new RangeError(`not an instant in UTC: ${instant}`));
  });

  it.each([
    ["2026-07-20", "08:00", "2026-07-20T13:00:00.000Z", "the morning"],
    ["2026-07-20", "18:59", "2026-07-20T23:59:00.000Z", "the last minute of the same day in UTC"],
    ["2026-07-20", "19:00", "2026-07-21T00:00:00.000Z", "the next day in UTC"],
    ["2026-12-31", "24:00", "2027-01-01T05:00:00.000Z", "the end of the year"],
  ])("%s %s in Lima is %s (%s)", (date, time, instant) => {
    expect(limaInstant(day(date), time)).toBe(instant);
  });

  it.each(["8:00", "24:01", "25:00", "10:60", "10:00:00", "", "10:00 "])("%j is not a time of day", (time) => {
    expect(() => limaInstant(day("2026-07-20"), time)).toThrow(new RangeError(`not a time of day: ${time}`));
  });

  it.each([
    ["2026-09-11", "2026-09-12T05:00:00.000Z", "the next day at 00:00 in Lima"],
    ["2026-12-31", "2027-01-01T05:00:00.000Z", "over the year's end"],
    ["2024-02-28", "2024-02-29T05:00:00.000Z", "onto a leap day"],
  ])("a term that ends on %s lapses at %s (%s)", (date, instant) => {
    expect(lapsesAt(day(date))).toBe(instant);
    expect(limaDay(instant) > date).toBe(true);
  });
});
