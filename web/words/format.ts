import { dateOf as date, monthAndYear, monthName } from "../../shared/domain/spanish-months.ts";

export { date, monthAndYear, monthName };

/** From Sunday, as `Date` counts the days of a week. */
export const weekdays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"] as const;

/** A hard space, which keeps a figure and its unit on one line. */
const space = "\u00a0";

const withThousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");

/** «12,400» */
export function wholeNumber(value: number): string {
  return withThousands(String(value));
}

/** An amount in soles, as the API has it: "-1171.62" → «−S/ 1,171.62». */
export function soles(amount: string): string {
  const [, sign = "", whole = "", cents = ""] = /^(-?)(\d+)(.*)$/.exec(amount) ?? [];
  return `${sign && "−"}S/${space}${withThousands(whole)}${cents}`;
}

/** An amount in soles without its sign, for sentences that say «más» or «menos». */
export function solesUnsigned(amount: string): string {
  return soles(amount.replace("-", ""));
}

/** «15 m³» */
export function cubicMetres(m3: number): string {
  return `${wholeNumber(m3)}${space}m³`;
}

/** «1 día hábil», «12 días hábiles» */
export function counted(count: number, one: string, many: string): string {
  return `${wholeNumber(count)} ${count === 1 ? one : many}`;
}

/** "2026-10" → «oct» */
export function monthShort(period: string): string {
  return monthName(period).slice(0, 3);
}

/** "2026-11-16" → «lunes 16 de noviembre de 2026» */
export function dateWithWeekday(day: string): string {
  return `${weekdayName(day)} ${date(day)}`;
}

function weekdayName(day: string): string {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";
}

/** "2026-11-16" → «lunes 16 nov.», for a list of days. */
export function dayOfList(day: string): string {
  return `${weekdayName(day)} ${dayAndMonth(day)}`;
}

/** "2026-11-16" → «16 nov.», for a column of days. */
export function dayAndMonth(day: string): string {
  return `${Number(day.slice(8, 10))}${space}${monthShort(day)}.`;
}

/** The day and hour in Lima of an instant or of milliseconds since 1970. Lima is five hours behind UTC all year. */
function inLima(instant: string | number): { day: string; hour: number; minute: string } {
  const text = new Date(new Date(instant).getTime() - 5 * 3_600_000).toISOString();
  return { day: text.slice(0, 10), hour: Number(text.slice(11, 13)), minute: text.slice(14, 16) };
}

/** «la 1:00 p. m.», «las 8:00 a. m.»: the hour in Lima with its article. */
export function hourOf(instant: string): string {
  const { hour, minute } = inLima(instant);
  return clock(hour, minute);
}

/** «las 8:00 a. m.», from an hour of 0 to 24. */
export function clock(hour: number, minute: string): string {
  const twelve = hour % 12 || 12;
  return `${twelve === 1 ? "la" : "las"} ${twelve}:${minute}${space}${hour < 12 || hour === 24 ? "a." : "p."}${space}m.`;
}

/** «24 de noviembre de 2026, 9:42 a. m.», in Lima. It ends with a point, so a sentence that ends with it needs none. */
export function instant(value: string): string {
  return `${date(inLima(value).day)}, ${hourOf(value).replace(/^las? /, "")}`;
}

/** The day in Lima of milliseconds since 1970, "2026-11-16". */
export function dayInLima(now: number): string {
  return inLima(now).day;
}

/**
 * «hoy», «mañana», «el lunes» within the week or «el lunes 30 de noviembre de 2026»: the day of `value` seen from `now`, both
 * in Lima.
 */
export function dayFrom(now: number, value: string): string {
  const { day } = inLima(value);
  const inDays = (days: number) => inLima(now + days * 24 * 3_600_000).day;
  if (day === inDays(0)) return "hoy";
  if (day === inDays(1)) return "mañana";
  return `el ${day < inDays(7) ? dateWithWeekday(day).split(" ", 1) : dateWithWeekday(day)}`;
}

/** "08:00" → «las 8:00 a. m.» */
export function clockOf(time: string): string {
  return clock(Number(time.slice(0, 2)), time.slice(3));
}
