import { movedByOutage } from "../../shared/domain/problem/outage.ts";
import { addDays, calendarDay } from "../../shared/domain/term/calendar-day.ts";
import type { LegalCalendar } from "../../shared/domain/term/legal-calendar.ts";
import { type ClockName, clockTerms, termOf } from "./clock-terms.ts";
import { calendarOf, countClock, dayOfFiling, lapse, lastDayToClaim } from "./engine.ts";
import * as oracle from "./oracle/oracle.ts";

/** Mistakes put into the engine's side, each of which the comparison must find. */
export const mutants = [
  "off-by-one",
  "utc-date",
  "no-25-november",
  "wrong-calendar",
  "at-or-after",
  "no-outages",
] as const;
export type Mutant = (typeof mutants)[number];

interface Case {
  readonly instant: string;
  readonly policy: oracle.AfterHours;
  readonly clock: ClockName | "T01" | "T02";
  readonly reckoning: oracle.Reckoning;
  readonly stops: readonly oracle.Stop[];
  readonly paidOn: string;
  /** Outages of the document desk, about as long after the instant as the term is. */
  readonly outages: readonly oracle.Down[];
  /** Milliseconds from the end of the term to the act. */
  readonly actOffset: number;
}

/** The results of one case, computed by either side. */
interface Finding {
  readonly filedOn: string;
  readonly due: string;
  readonly lapsesAt: string;
  readonly inTime: boolean;
}

export interface Comparison {
  readonly cases: number;
  readonly divergences: number;
  /** The first divergent case, with both results. */
  readonly first?: { readonly case: Case; readonly engine: Finding; readonly oracle: Finding };
}

const day = 86_400_000;
const from2020 = Date.UTC(2020, 0, 1, 5);
const through2035 = Date.UTC(2036, 0, 1, 5) - 1;
const clocks = [
  ...Object.keys(clockTerms).filter((name): name is ClockName => name in clockTerms),
  "T01",
  "T02",
] as const;
const closings = ["13:00", "16:45", "00:00"];
const actOffsets = [-1, 0, 1, -day, day - 1];

/** A seeded generator of numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function caseFrom(random: () => number): Case {
  const below = (limit: number) => Math.floor(random() * limit);
  const oneOf = <Value>(values: readonly [Value, ...Value[]]): Value => values[below(values.length)] ?? values[0];
  const at = from2020 + below(through2035 - from2020);
  // A third of the instants lie within a second of midnight in Lima, on either side.
  const instant = random() < 1 / 3 ? at - ((at - from2020) % day) + below(2000) - 1000 : at;
  const near = () => new Date(Math.max(instant, from2020) - 5 * 3_600_000 + below(40) * day).toISOString().slice(0, 10);
  const stops = Array.from({ length: below(4) }, () => {
    const notice = near();
    const remedy = addDays(calendarDay(notice), below(15));
    return { notice, remedy };
  });
  const clock = clocks[below(clocks.length)] ?? "T08";
  const length = clock === "T01" || clock === "T02" || termOf(clock).unit === "months" ? 62 : termOf(clock).amount;
  const outages = Array.from({ length: below(3) }, () => {
    const from = Math.max(instant, from2020) + Math.floor((length * (1 + random()) + random()) * day);
    return { from: new Date(from).toISOString(), to: new Date(from + below(3 * day)).toISOString() };
  });
  return {
    instant: new Date(Math.max(instant, from2020)).toISOString(),
    policy: random() < 0.5 ? "SAME_DAY" : { nextWorkingDayFrom: closings[below(closings.length)] ?? "13:00" },
    clock,
    reckoning: { calendar: oneOf(["COMPANY", "USER"]), suspensions2020: random() < 0.5 },
    stops,
    paidOn: near(),
    outages,
    actOffset: actOffsets[below(actOffsets.length)] ?? 0,
  };
}

function byOracle({ instant, policy, clock, reckoning, stops, paidOn, outages, actOffset }: Case): Finding {
  const filedOn = oracle.filingDay(instant, policy, reckoning);
  const due = oracle.afterOutages(dueByOracle(clock, filedOn, reckoning, stops, paidOn), outages, reckoning);
  const lapsesAt = oracle.lapseInstant(due);
  return { filedOn, due, lapsesAt, inTime: oracle.inTime(actAt(lapsesAt, actOffset), due) };
}

function dueByOracle(
  clock: Case["clock"],
  filedOn: string,
  reckoning: oracle.Reckoning,
  stops: readonly oracle.Stop[],
  paidOn: string,
): string {
  if (clock === "T01") return oracle.unpaidWindow(filedOn, reckoning);
  if (clock === "T02") return oracle.paidWindow(filedOn, paidOn, reckoning);
  const { unit, amount } = termOf(clock);
  if (unit === "months") return oracle.months(filedOn, amount, reckoning);
  if (unit === "calendar-days") return oracle.calendarDays(filedOn, amount, reckoning);
  return oracle.workingDays(filedOn, amount, reckoning, { stops });
}

const other = { COMPANY: "USER", USER: "COMPANY" } as const;

/** The engine's calendar for a case; a mutant that is about the calendar gets a wrong one. */
const engineCalendars = new Map<string, LegalCalendar>();
function engineCalendar(reckoning: oracle.Reckoning, mutant: Mutant | undefined): LegalCalendar {
  const key = `${reckoning.calendar} ${reckoning.suspensions2020} ${mutant}`;
  const known = engineCalendars.get(key);
  if (known) return known;
  const asked = mutant === "wrong-calendar" ? { ...reckoning, calendar: other[reckoning.calendar] } : reckoning;
  const whole = calendarOf(asked);
  const nonWorking = whole.nonWorking.filter(
    ({ reason }) => mutant !== "no-25-november" || reason !== "regional-holiday",
  );
  const calendar = { ...whole, nonWorking };
  engineCalendars.set(key, calendar);
  return calendar;
}

function byEngine(
  { instant, policy, clock, reckoning, stops, paidOn, outages, actOffset }: Case,
  mutant?: Mutant,
): Finding {
  const calendar = engineCalendar(reckoning, mutant);
  const filedOn = mutant === "utc-date" ? instant.slice(0, 10) : dayOfFiling(instant, policy, calendar);
  const counted =
    clock === "T01" || clock === "T02"
      ? lastDayToClaim(filedOn, clock === "T02" ? paidOn : undefined, calendar)
      : countClock(clock, filedOn, calendar, stops).dueDate;
  const exact = movedByOutage(calendarDay(counted), mutant === "no-outages" ? [] : outages, calendar);
  const due = mutant === "off-by-one" ? addDays(exact, 1) : exact;
  const { at: lapsesAt } = lapse(due, instant);
  const act = actAt(lapsesAt, actOffset);
  const inTime = lapse(mutant === "at-or-after" ? addDays(calendarDay(due), -1) : due, act).inTime;
  return { filedOn, due, lapsesAt, inTime };
}

function actAt(lapsesAt: string, offset: number): string {
  return new Date(Date.parse(lapsesAt) + offset).toISOString();
}

function same(a: Finding, b: Finding): boolean {
  return a.filedOn === b.filedOn && a.due === b.due && a.lapsesAt === b.lapsesAt && a.inTime === b.inTime;
}

/** Compares engine and oracle in random cases of 2020 to 2035; `mutant` puts a mistake into the engine's side. */
export function compare({ cases, seed, mutant }: { cases: number; seed: number; mutant?: Mutant }): Comparison {
  const random = randomFrom(seed);
  let divergences = 0;
  let first: Comparison["first"];
  for (let at = 0; at < cases; at += 1) {
    const each = caseFrom(random);
    const engine = byEngine(each, mutant);
    const expected = byOracle(each);
    if (same(engine, expected)) continue;
    divergences += 1;
    first ??= { case: each, engine, oracle: expected };
  }
  return { cases, divergences, ...(first && { first }) };
}
