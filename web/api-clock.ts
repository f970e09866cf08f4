import { dayInLima } from "./words/format.ts";

/** A difference below this is the time the answer travelled: it is not taken for a wrong clock. */
const slackMs = 60_000;

/**
 * By how many milliseconds the API's clock is ahead of this device's (negative: behind); until the API has answered, 0 or what
 * was assumed.
 */
let ahead = 0;
let isKnown = false;

/**
 * Sets the API's clock from the date of one of its answers. A date that is missing, is no date, or differs from the clock by
 * less than a minute changes nothing; the first date is always taken.
 */
export function noteApiTime(date: string | null): void {
  const found = Date.parse(date ?? "") - Date.now();
  if (Number.isNaN(found) || (isKnown && Math.abs(found - ahead) < slackMs)) return;
  ahead = found;
  isKnown = true;
}

/** Whether an answer of the API has set its clock since this page was loaded: until then `apiNow` is the device's clock. */
export function knowsApiTime(): boolean {
  return isKnown;
}

/** By how many milliseconds the API's clock is ahead of this device's; until it has answered, 0 or what was assumed. */
export function clockAhead(): number {
  return ahead;
}

/** Takes `ms` for `clockAhead` unless the API has answered: `knowsApiTime` stays as it is. */
export function assumeClockAhead(ms: number): void {
  if (!isKnown) ahead = ms;
}

/**
 * Now by the API's clock, in milliseconds since 1970; until the API has answered, by this device's clock with what was assumed
 * of it.
 */
export function apiNow(): number {
  return Date.now() + ahead;
}

/** Today in Lima by `apiNow`, `YYYY-MM-DD`. */
export function apiToday(): string {
  return dayInLima(apiNow());
}
