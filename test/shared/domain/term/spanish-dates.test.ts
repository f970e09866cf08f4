import { expect, it } from "vitest";
import { dateOf, monthAndYear } from "../../../../shared/domain/receipt/spanish-months.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { clockOf, hoursText, longDate, longInstant, shortDate } from "../../../../shared/domain/term/spanish-dates.ts";

it.each([
  ["2026-01-05", "lunes 5 de enero de 2026", "05/01/2026"],
  ["2026-02-10", "martes 10 de febrero de 2026", "10/02/2026"],
  ["2026-03-04", "miércoles 4 de marzo de 2026", "04/03/2026"],
  ["2026-04-02", "jueves 2 de abril de 2026", "02/04/2026"],
  ["2026-05-01", "viernes 1 de mayo de 2026", "01/05/2026"],
  ["2026-06-06", "sábado 6 de junio de 2026", "06/06/2026"],
  ["2026-07-12", "domingo 12 de julio de 2026", "12/07/2026"],
  ["2026-08-30", "domingo 30 de agosto de 2026", "30/08/2026"],
  ["2026-09-01", "martes 1 de setiembre de 2026", "01/09/2026"],
  ["2026-10-08", "jueves 8 de octubre de 2026", "08/10/2026"],
  ["2026-11-25", "miércoles 25 de noviembre de 2026", "25/11/2026"],
  ["2026-12-31", "jueves 31 de diciembre de 2026", "31/12/2026"],
])("%s is %s, or %s", (text, long, short) => {
  const day = calendarDay(text);
  expect([longDate(day), shortDate(day)]).toEqual([long, short]);
  expect(long.endsWith(` ${dateOf(day)}`)).toBe(true);
  expect(dateOf(day).endsWith(` de ${monthAndYear(text.slice(0, 7))}`)).toBe(true);
});

it("an instant is written by Lima's clock", () => {
  expect(longInstant("2026-11-24T03:05:00.000Z")).toBe(
    "lunes 23 de noviembre de 2026 a las 10:05 p. m. (hora de Lima)",
  );
});

it.each([
  ["00:00", "las 12:00 a. m."],
  ["01:05", "la 1:05 a. m."],
  ["08:30", "las 8:30 a. m."],
  ["12:00", "las 12:00 p. m."],
  ["13:00", "la 1:00 p. m."],
  ["23:59", "las 11:59 p. m."],
])("%s is %s", (time, words) => {
  expect(clockOf(time)).toBe(words);
});

it.each([
  ["08:00", "10:00", "de 8:00 a 10:00 a. m."],
  ["10:00", "12:00", "de 10:00 a. m. a 12:00 p. m."],
  ["12:00", "14:00", "de 12:00 a 2:00 p. m."],
  ["15:00", "17:00", "de 3:00 a 5:00 p. m."],
])("from %s to %s is %s", (from, to, words) => {
  expect(hoursText({ from, to })).toBe(words);
});
