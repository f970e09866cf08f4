import { dayInLima } from "./words/format.ts";

/** Less than this is the way of an answer, and no wrong clock. */
const slackMs = 60_000;

/** What happens on the window when an answer shows this device's clock to be other than it was known to be. */
export const clockFound = "caudal-clock";

/** How far the API's clock was ahead of this device's when it last answered, in milliseconds; 0 where they agree. */
let ahead = 0;

/** Notes the time the API answered at, which each of its answers bears; an answer without it changes nothing. */
export function noteApiTime(date: string | null): void {
  const found = Date.parse(date ?? "") - Date.now();
  if (!(Math.abs(found - ahead) >= slackMs)) return;
  ahead = found;
  dispatchEvent(new Event(clockFound));
}

/** Now by the API's clock, in milliseconds since 1970: what no page asks this device for. */
export function apiNow(): number {
  return Date.now() + ahead;
}

/** Today in Lima by the API's clock. */
export function apiToday(): string {
  return dayInLima(apiNow());
}
