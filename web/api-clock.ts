import { dayInLima } from "./words/format.ts";

/** A difference below this is the time the answer travelled: it is not taken for a wrong clock. */
const slackMs = 60_000;

/** By how many milliseconds the API's clock is ahead of this device's (negative: behind); `NaN` until the API has answered. */
let ahead = Number.NaN;
/** The same as an earlier page learnt it, for a page that opens without signal. */
let assumed = 0;

/**
 * Sets the API's clock from the date of one of its answers. A date that is missing, is no date, or differs from the clock by
 * less than a minute changes nothing; the first date is always taken.
 */
export function noteApiTime(date: string | null): void {
  const found = Date.parse(date ?? "") - Date.now();
  if (Number.isNaN(found) || Math.abs(found - ahead) < slackMs) return;
  ahead = found;
}

/** Whether an answer of the API has set its clock since this page was loaded: until then `apiNow` is the device's clock. */
export function knowsApiTime(): boolean {
  return !Number.isNaN(ahead);
}

/** By how many milliseconds the API's clock is ahead; until it has answered, what was assumed, or 0. */
export function clockAhead(): number {
  return Number.isNaN(ahead) ? assumed : ahead;
}

/** Takes `ms` for `clockAhead` until the API has answered: `knowsApiTime` stays false. */
export function assumeClockAhead(ms: number): void {
  assumed = ms;
}

/**
 * Now by the API's clock, in milliseconds since 1970; until the API has answered, by this device's clock with what was assumed
 * of it.
 */
export function apiNow(): number {
  return Date.now() + clockAhead();
}

/** Today in Lima by `apiNow`, `YYYY-MM-DD`. */
export function apiToday(): string {
  return dayInLima(apiNow());
}
