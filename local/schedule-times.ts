const msPerMinute = 60_000;
const unitMinutes: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };
/** Hours behind UTC; Lima has no daylight saving time. */
const zones: Readonly<Record<string, number>> = { UTC: 0, "Etc/UTC": 0, "America/Lima": 5 };
const monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const dayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/**
 * Returns the first instant after `after` at which an EventBridge schedule runs, both ISO 8601 in UTC.
 * `rate(5 minutes)` runs five minutes after `after`. `cron(0 12 ? * MON-FRI *)` runs on whole minutes of `zone`, which
 * is UTC or Lima.
 * @throws if the expression or the zone is not known here, or if the cron names no day within 1,500 days
 */
export function nextRun(expression: string, zone: string, after: string): string {
  const [, amount, unit = ""] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (amount) return iso(Date.parse(after) + Number(amount) * (unitMinutes[unit] ?? 0) * msPerMinute);
  const [, fields = ""] = /^cron\((.*)\)$/.exec(expression) ?? [];
  const behind = zones[zone];
  if (!fields || behind === undefined)
    throw new Error(`the local stack does not know the schedule ${expression} in ${zone}`);
  const matches = matcher(fields);
  const shift = behind * 60 * msPerMinute;
  const first = Math.floor(Date.parse(after) / msPerMinute + 1) * msPerMinute;
  for (let at = first; at < first + 1500 * 1440 * msPerMinute; ) {
    const local = new Date(at - shift);
    if (!matches.day(local)) at = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + 1) + shift;
    else if (matches.time(local)) return iso(at);
    else at += msPerMinute;
  }
  throw new Error(`${expression} names no day of the next four years`);
}

const iso = (ms: number): string => new Date(ms).toISOString();

function matcher(fields: string): { day(date: Date): boolean; time(date: Date): boolean } {
  const [minute = "", hour = "", dayOfMonth = "", month = "", weekday = "", year = ""] = fields.split(" ");
  const minutes = valuesOf(minute, 0, 59);
  const hours = valuesOf(hour, 0, 23);
  const daysOfMonth = valuesOf(dayOfMonth, 1, 31);
  const months = valuesOf(month, 1, 12, monthNames, 1);
  const weekdays = valuesOf(weekday, 1, 7, dayNames, 1);
  const years = valuesOf(year, 1970, 2199);
  return {
    day: (date) =>
      years.has(date.getUTCFullYear()) &&
      months.has(date.getUTCMonth() + 1) &&
      daysOfMonth.has(date.getUTCDate()) &&
      weekdays.has(date.getUTCDay() + 1),
    time: (date) => hours.has(date.getUTCHours()) && minutes.has(date.getUTCMinutes()),
  };
}

/** Returns the values that a field of a cron expression allows: `*`, `?`, `5`, `1,15`, `MON-FRI`, `0/10`. */
function valuesOf(
  field: string,
  lowest: number,
  highest: number,
  names: readonly string[] = [],
  base = 0,
): ReadonlySet<number> {
  const number = (text: string) => (names.includes(text) ? names.indexOf(text) + base : Number(text));
  const values = field.split(",").flatMap((part) => {
    const [, from = "", to, step] = /^(\*|\?|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part) ?? [];
    const first = from === "*" || from === "?" ? lowest : number(from);
    const isOpen = from === "*" || from === "?" || step !== undefined;
    const last = to ? number(to) : isOpen ? highest : first;
    if (!(first >= lowest && last <= highest && first <= last))
      throw new Error(`the local stack does not know "${field}" in a schedule`);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
      (value) => (value - first) % Number(step ?? 1) === 0,
    );
  });
  return new Set(values);
}
