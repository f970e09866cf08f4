import { type Calendar, calendarDays, months, type Stop, workingDays } from "../oracle/oracle.ts";

/** A version of the calendars: the oracle's days and additional days off, from an instant on. */
export interface Version {
  readonly inForceFrom: string;
  readonly extra: Readonly<Record<Calendar, readonly string[]>>;
}

const dayMs = 86_400_000;

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The day of an instant in Lima. */
export function dayIn(instant: string): string {
  return new Date(Date.parse(instant) - 5 * 3_600_000).toISOString().slice(0, 10);
}

const counted = new Map<string, string>();
const offDays = new WeakMap<readonly string[], { readonly stops: readonly Stop[]; readonly key: string }>();

/** Days off as stops of one day each. */
function offOf(days: readonly string[]): { readonly stops: readonly Stop[]; readonly key: string } {
  const known = offDays.get(days) ?? {
    stops: days.map((day) => ({ notice: plusDays(day, -1), remedy: day })),
    key: days.join(),
  };
  offDays.set(days, known);
  return known;
}

/** Counts working days by one version, leaving out the stopped days. */
export function count(
  from: string,
  amount: number,
  calendar: Calendar,
  { extra }: Version,
  stops: readonly Stop[] = [],
): string {
  const off = offOf(extra[calendar]);
  const key = `${from} ${amount} ${calendar} ${off.key} ${stops.map(({ notice, remedy }) => `${notice}${remedy}`).join()}`;
  const known = counted.get(key) ?? workingDays(from, amount, { calendar }, { stops: [...stops, ...off.stops] });
  if (counted.size > 200_000) counted.clear();
  counted.set(key, known);
  return known;
}

/** The versions that came into force by an instant, oldest first; the first has always been in force. */
export function versionsBy(versions: readonly Version[], now: string): readonly [Version, ...Version[]] {
  const [first, ...later] = versions;
  if (!first) throw new RangeError("no calendar");
  return [first, ...later.filter(({ inForceFrom }) => inForceFrom <= now)];
}

/** A customer's term: the latest of the last days computed by any version in force since the term began. */
function latestForUser(from: string, versions: readonly Version[], lastDay: (version: Version) => string): string {
  const since = versions.filter((_, at) => {
    const next = versions[at + 1];
    return !next || dayIn(next.inForceFrom) >= from;
  });
  return since.map(lastDay).toSorted().at(-1) ?? from;
}

/** A customer's term in working days. */
export function countForUser(from: string, amount: number, versions: readonly Version[]): string {
  return latestForUser(from, versions, (version) => count(from, amount, "USER", version));
}

/** The day itself, or the next working day if the version adds it as a day off. */
function unlessOff(day: string, version: Version): string {
  return version.extra.USER.includes(day) ? count(day, 1, "USER", version) : day;
}

/** A customer's term in calendar days. */
export function calendarDaysForUser(from: string, amount: number, versions: readonly Version[]): string {
  const last = calendarDays(from, amount, { calendar: "USER" });
  return latestForUser(from, versions, (version) => unlessOff(last, version));
}

/** A customer's term in months. */
export function monthsForUser(from: string, amount: number, versions: readonly Version[]): string {
  const last = months(from, amount, { calendar: "USER" });
  return latestForUser(from, versions, (version) => unlessOff(last, version));
}
