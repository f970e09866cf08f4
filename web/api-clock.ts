import { dayInLima } from "./words/format.ts";

/** A difference below this is the time that the answer travelled, and not taken for a wrong clock. */
const slackMs = 60_000;

/** What `clockAhead` returns. */
let ahead = 0;
let isKnown = false;

/**
 * Sets the API's clock from `date`, the `Date` header of an answer of the API. The first date is always taken. A later
 * date is taken only if it changes the clock by a minute or more. Ignores a `date` that is null or no date.
 */
export function noteApiTime(date: string | null): void {
  const found = Date.parse(date ?? "") - Date.now();
  if (Number.isNaN(found) || (isKnown && Math.abs(found - ahead) < slackMs)) return;
  ahead = found;
  isKnown = true;
}

/** Whether `noteApiTime` has taken a date from an answer of the API since this page was loaded. */
export function knowsApiTime(): boolean {
  return isKnown;
}

/**
 * Returns by how many milliseconds the API's clock is ahead of this device's, negative if it is behind. Until an answer
 * of the API has set the clock, returns what `assumeClockAhead` set, or 0.
 */
export function clockAhead(): number {
  return ahead;
}

/**
 * Sets what `clockAhead` returns until an answer of the API sets the clock. Does nothing after that. `knowsApiTime`
 * stays false.
 */
export function assumeClockAhead(ms: number): void {
  if (!isKnown) ahead = ms;
}

/**
 * Returns the time by the API's clock, in milliseconds since 1970. Until an answer of the API has set the clock,
 * returns this device's time plus what `assumeClockAhead` set, if anything.
 */
export function apiNow(): number {
  return Date.now() + ahead;
}

/** Returns today's date in Lima by the API's clock (`apiNow`), as `YYYY-MM-DD`. */
export function apiToday(): string {
  return dayInLima(apiNow());
}
