/** Months and days in Spanish, for letters and screens. It imports nothing: the web takes it as it is. */
export const months = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "setiembre",
  "octubre",
  "noviembre",
  "diciembre",
] as const;

/**
 * Returns the month of a period or a day, `2026-10` or `2026-10-16`, as `octubre`; the text itself if it has no month.
 */
export function monthName(period: string): string {
  return months[Number(period.slice(5, 7)) - 1] ?? period;
}

/** Returns the month of a period or a day with its year: `octubre de 2026`. */
export function monthAndYear(period: string): string {
  return `${monthName(period)} de ${period.slice(0, 4)}`;
}

/** Returns a day as `23 de noviembre de 2026`; the day of the month has no leading zero. */
export function dateOf(day: string): string {
  return `${Number(day.slice(8, 10))} de ${monthAndYear(day)}`;
}
