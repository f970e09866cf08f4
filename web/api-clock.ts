import { useEffect, useState } from "preact/hooks";
import { dayInLima } from "./words/format.ts";

/** Where a wrong clock of this device is remembered: nothing is kept of a right one. */
const kept = "caudal.clock.ahead";
/** Less than this is the way of an answer, and no wrong clock. */
const slackMs = 60_000;

let ahead: number | undefined;
const listeners = new Set<() => void>();

/** How far the API's clock was ahead of this device's when it last answered, in milliseconds; 0 where they agree. */
function known(): number {
  ahead ??= typeof localStorage === "undefined" ? 0 : Number(localStorage.getItem(kept) ?? 0);
  return ahead;
}

/** Notes the time the API answered at, which each of its answers bears; an answer without it changes nothing. */
export function noteApiTime(date: string | null): void {
  const found = Date.parse(date ?? "") - Date.now();
  if (Number.isNaN(found) || Math.abs(found - known()) < slackMs) return;
  ahead = Math.abs(found) < slackMs ? 0 : found;
  if (ahead === 0) localStorage.removeItem(kept);
  else localStorage.setItem(kept, String(ahead));
  for (const listener of listeners) listener();
}

/** Now by the API's clock, in milliseconds since 1970: what no page asks this device for. */
export function apiNow(): number {
  return Date.now() + known();
}

/** Today in Lima by the API's clock. */
export function apiToday(): string {
  return dayInLima(apiNow());
}

/** The same, for a page that asks for a day before it has an answer: an answer of another day draws it anew. */
export function useToday(): string {
  const [today, setToday] = useState(apiToday);
  useEffect(() => {
    const look = () => setToday(apiToday());
    listeners.add(look);
    look();
    return () => {
      listeners.delete(look);
    };
  }, []);
  return today;
}
