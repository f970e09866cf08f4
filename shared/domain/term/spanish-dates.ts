import { dateOf } from "../receipt/spanish-months.ts";
import { type CalendarDay, limaTime, partsOf, weekday } from "./calendar-day.ts";

const weekdays = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"] as const;

/** Returns a day with its weekday: `lunes 23 de noviembre de 2026`. */
export function longDate(day: CalendarDay): string {
  return `${weekdays[weekday(day) - 1]} ${dateOf(day)}`;
}

/** Returns a day as `25/11/2026`, day and month with two digits. */
export function shortDate(day: CalendarDay): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return [dayOfMonth, month, year].map((part) => String(part).padStart(2, "0")).join("/");
}

/** Returns an instant on Lima's clock: `lunes 23 de noviembre de 2026 a las 10:00 a. m. (hora de Lima)`. */
export function longInstant(instant: string): string {
  const { day, time } = limaTime(instant);
  return `${longDate(day)} a ${clockOf(time)} (hora de Lima)`;
}

/**
 * Returns a time of day (`HH:MM`) in Spanish: `la 1:00 p. m.` for `13:00`, `las 12:30 a. m.` for `00:30`. The text ends
 * with a point, which also ends a sentence.
 */
export function clockOf(time: string): string {
  const hour = hourOf(time);
  return `${hour.startsWith("1:") ? "la" : "las"} ${hour} ${halfOf(time)}`;
}

/**
 * Returns a slot's hours in Spanish: `de 8:00 a 10:00 a. m.`, or, if the halves of the day differ, `de 11:00 a. m. a
 * 1:00 p. m.` The last point of the text also ends a sentence.
 * @param slot `from` and `to` are times of day, `HH:MM`
 */
export function hoursText({ from, to }: { readonly from: string; readonly to: string }): string {
  const half = halfOf(from) === halfOf(to) ? "" : ` ${halfOf(from)}`;
  return `de ${hourOf(from)}${half} a ${hourOf(to)} ${halfOf(to)}`;
}

function hourOf(time: string): string {
  return `${Number(time.slice(0, 2)) % 12 || 12}${time.slice(2, 5)}`;
}

function halfOf(time: string): string {
  return time < "12:00" ? "a. m." : "p. m.";
}
