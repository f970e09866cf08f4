import { dateOf as date, monthAndYear, monthName } from "../../shared/domain/receipt/spanish-months.ts";

export { date, monthAndYear, monthName };

/** From Sunday, as `Date` counts the days of a week. */
export const weekdays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"] as const;

/** A hard space, which keeps a figure and its unit on one line. */
const space = "\u00a0";

const withThousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");

/** Returns a whole number with a comma before each thousand: 12400 → «12,400». */
export function wholeNumber(value: number): string {
  return withThousands(String(value));
}

/** Returns an amount in soles as it is shown, from the API's text: "-1171.62" → «−S/ 1,171.62». */
export function soles(amount: string): string {
  const [, sign = "", whole = "", cents = ""] = /^(-?)(\d+)(.*)$/.exec(amount) ?? [];
  return `${sign && "−"}S/${space}${withThousands(whole)}${cents}`;
}

/** Returns an amount in soles without its sign, for sentences that say «más» or «menos»: "-5.00" → «S/ 5.00». */
export function solesUnsigned(amount: string): string {
  return soles(amount.replace("-", ""));
}

/** Returns a volume with its unit: 15 → «15 m³». */
export function cubicMetres(m3: number): string {
  return `${wholeNumber(m3)}${space}m³`;
}

/** Returns a number with its noun, `one` for 1 and `many` for any other: «1 día hábil», «12 días hábiles». */
export function counted(count: number, one: string, many: string): string {
  return `${wholeNumber(count)} ${count === 1 ? one : many}`;
}

/** Returns the first three letters of a month's name: "2026-10" → «oct». */
export function monthShort(period: string): string {
  return monthName(period).slice(0, 3);
}

/** Returns a day in full: "2026-11-16" → «lunes 16 de noviembre de 2026». */
export function dateWithWeekday(day: string): string {
  return `${weekdayName(day)} ${date(day)}`;
}

function weekdayName(day: string): string {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";
}

/** Returns a day for a list of days: "2026-11-16" → «lunes 16 nov.» */
export function dayOfList(day: string): string {
  return `${weekdayName(day)} ${dayAndMonth(day)}`;
}

/** Returns a day in few letters: "2026-11-16" → «lun 16 nov» */
export function shortDay(day: string): string {
  return `${weekdayName(day).slice(0, 3)}${space}${dayAndMonth(day).slice(0, -1)}`;
}

/** Returns a day for a column of days: "2026-11-16" → «16 nov.» */
export function dayAndMonth(day: string): string {
  return `${Number(day.slice(8, 10))}${space}${monthShort(day)}.`;
}

/** The day and hour in Lima of an instant or of milliseconds since 1970. Lima is five hours behind UTC all year. */
function inLima(instant: string | number): { day: string; hour: number; minute: string } {
  const text = new Date(new Date(instant).getTime() - 5 * 3_600_000).toISOString();
  return { day: text.slice(0, 10), hour: Number(text.slice(11, 13)), minute: text.slice(14, 16) };
}

/** Returns the hour in Lima of an instant, with its article: «la 1:00 p. m.», «las 8:00 a. m.» */
export function hourOf(instant: string): string {
  const { hour, minute } = inLima(instant);
  return clock(hour, minute);
}

/**
 * Returns an hour with its article: «las 8:00 a. m.» `hour` is from 0 to 24, where 0 and 24 are midnight, and `minute`
 * has two digits.
 */
export function clock(hour: number, minute: string): string {
  const twelve = hour % 12 || 12;
  return `${twelve === 1 ? "la" : "las"} ${twelve}:${minute}${space}${hour < 12 || hour === 24 ? "a." : "p."}${space}m.`;
}

/**
 * Returns the day and hour in Lima of an instant: «24 de noviembre de 2026, 9:42 a. m.» The text ends with a point, so
 * a sentence that ends with it needs none.
 */
export function instant(value: string): string {
  return `${date(inLima(value).day)}, ${hourOf(value).replace(/^las? /, "")}`;
}

/** Returns the day in Lima, `YYYY-MM-DD`, of `now`, milliseconds since 1970. */
export function dayInLima(now: number): string {
  return inLima(now).day;
}

/**
 * Returns the day of the instant `value` as seen from `now`, milliseconds since 1970, both in Lima: «hoy», «mañana»,
 * «el lunes» for the next six days, or «el lunes 30 de noviembre de 2026». For a day before today, also only the
 * weekday.
 */
export function dayFrom(now: number, value: string): string {
  const { day } = inLima(value);
  const inDays = (days: number) => inLima(now + days * 24 * 3_600_000).day;
  if (day === inDays(0)) return "hoy";
  if (day === inDays(1)) return "mañana";
  return `el ${day < inDays(7) ? dateWithWeekday(day).split(" ", 1) : dateWithWeekday(day)}`;
}

/** Returns an hour `HH:MM` with its article: "08:00" → «las 8:00 a. m.» */
export function clockOf(time: string): string {
  return clock(Number(time.slice(0, 2)), time.slice(3));
}
