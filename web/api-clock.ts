import { dayInLima } from "./words/format.ts";

/** Less than this is the way of an answer, and no wrong clock. */
const slackMs = 60_000;

/** How far the API's clock was ahead of this device's when it last answered, in milliseconds; no number before it has. */
let ahead = Number.NaN;

/** Notes the time the API answered at, which each of its answers bears; an answer without it changes nothing. */
export function noteApiTime(date: string | null): void {
  const found = Date.parse(date ?? "") - Date.now();
  if (Number.isNaN(found) || Math.abs(found - ahead) < slackMs) return;
  ahead = found;
}

/** Tells whether the API has answered since this page was loaded. Who reads the clock before an answer asks this first. */
export function knowsApiTime(): boolean {
  return !Number.isNaN(ahead);
}

/** Now by the API's clock, in milliseconds since 1970; by this device's while no answer has come. */
export function apiNow(): number {
  return Date.now() + (ahead || 0);
}

/** Today in Lima by the API's clock. */
export function apiToday(): string {
  return dayInLima(apiNow());
}
