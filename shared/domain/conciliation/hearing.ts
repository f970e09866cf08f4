import { type CaseEvent, entriesOf, lastEntry } from "../case/case-events.ts";
import type { ClaimState } from "../case/claim-states.ts";
import type { CallResult } from "../case/note-details.ts";
import { claimantOf } from "../claim/claimant-contact.ts";
import { calendarDay, daysBetween, limaDay, limaInstant, limaTime, minuteOf } from "../term/calendar-day.ts";
import type { PlannedHearing } from "../visit/appointments.ts";
/** A call to the claimant, at an instant. */
export interface HearingCall {
  readonly at: string;
  readonly number: string;
  readonly result: CallResult;
}

/** A hearing with what the claimant needs to take part in it. */
export interface HearingAccess extends PlannedHearing {
  /** The number to call: at the hour of a hearing by telephone; in any other mode, before an absence is recorded. */
  readonly telephone?: string | undefined;
  /** The link of a hearing by video, if it has one. */
  readonly link?: string | undefined;
  /** What is missing to hold it in its mode. */
  readonly lacks?: "telephone" | "link" | undefined;
}

/**
 * Returns the claim's hearing. Its day and hour are those last given or moved. Its mode is the one that the claimant
 * chose after that, or else the one given with the day. Undefined if no hearing is recorded, as while the claim waits
 * for its appointments.
 */
export function hearingOf(events: readonly CaseEvent[]): PlannedHearing | undefined {
  const set = events.findLast((event) => event.type === "hearing-moved" || event.type === "appointments-given");
  const { details } = set ?? lastEntry(events, "claim-filed") ?? {};
  const planned = details && "hearing" in details ? details.hearing : undefined;
  const chosen = lastEntry(events, "hearing-mode-chosen");
  if (!planned || !chosen || (set && set.seq > chosen.seq)) return planned;
  return { ...planned, mode: chosen.details.mode };
}

/**
 * Returns whether a claim in this state still has its hearing ahead: `filed`, `observed`, `under-investigation` or
 * `hearing-due`.
 */
export function awaitsHearing(state: ClaimState): boolean {
  return state === "filed" || state === "observed" || state === "under-investigation" || state === "hearing-due";
}

/** Returns the instant a hearing begins, ISO 8601 in UTC. */
export function hearingInstant({ on, at }: Pick<PlannedHearing, "on" | "at">): string {
  return limaInstant(calendarDay(on), at);
}

/**
 * Returns the instant until which staff wait for a missing claimant: `toleranceMinutes` after the hearing's hour
 * (digest 3.5). Throws `RangeError` if the instant is later than the end of the day in Lima.
 */
export function waitedUntil({ on, at }: Pick<PlannedHearing, "on" | "at">, toleranceMinutes: number): string {
  return limaInstant(calendarDay(on), clockAfter(minuteOf(at) + toleranceMinutes));
}

/** `HH:MM` of a day's minute. */
const clockAfter = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");

/**
 * Returns the claimant's telephone numbers, each once, in this order: the number given last with a choice of the
 * hearing's mode, the form's number for the hearing, the claimant's present telephone. Empty if they left none.
 */
export function numbersOf(events: readonly CaseEvent[]): readonly string[] {
  const form = lastEntry(events, "claim-filed")?.details.form;
  const chosen = entriesOf(events, "hearing-mode-chosen").findLast(({ details }) => details.telephone !== undefined);
  const left = [chosen?.details.telephone, form?.hearingTelephone, claimantOf(events)?.telephone];
  return [...new Set(left.flatMap((number) => number ?? []))];
}

/**
 * Returns the hearing with the first number of the claimant, its link and what it lacks; undefined without a hearing.
 * Only a `virtual` hearing has a link: the link that staff entered for its present day and hour, or `room` if they
 * entered none. `lacks` is `link` for a `virtual` hearing without a link, and `telephone` for a hearing by telephone if
 * the claimant left no number.
 * @param room the hearing's own room at the utility, if it has rooms
 */
export function hearingAccess(events: readonly CaseEvent[], room: string | undefined): HearingAccess | undefined {
  const hearing = hearingOf(events);
  if (!hearing) return undefined;
  const [telephone] = numbersOf(events);
  const link = hearing.mode === "virtual" ? (enteredLink(events, hearing)?.details.link ?? room) : undefined;
  return { ...hearing, telephone, link, lacks: lackOf(hearing, telephone, link) };
}

function lackOf({ mode }: PlannedHearing, telephone: string | undefined, link: string | undefined) {
  if (mode === "telephone" && telephone === undefined) return "telephone";
  return mode === "virtual" && link === undefined ? "link" : undefined;
}

function enteredLink(events: readonly CaseEvent[], { on, at }: PlannedHearing) {
  return entriesOf(events, "hearing-link-set").findLast(({ details }) => details.on === on && details.at === at);
}

/** Returns the calls recorded for a hearing, on its day from its hour on, the earliest first; empty without one. */
export function hearingCalls(events: readonly CaseEvent[], hearing: PlannedHearing): readonly HearingCall[] {
  return entriesOf(events, "hearing-called")
    .filter(({ effectiveAt }) => effectiveAt >= hearingInstant(hearing) && limaDay(effectiveAt) === hearing.on)
    .map(({ effectiveAt: at, details: { number, result } }) => ({ at, number, result }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** How often a missing claimant is called, and the least minutes between two calls. */
export interface CallRule {
  readonly calls: number;
  readonly apartMinutes: number;
}

/**
 * Returns the hour in Lima, `HH:MM`, from which a call to who is missing counts beside those logged, and that of the
 * call that `at` is too near to, before or after it. Undefined if it counts: every other is `apartMinutes` away.
 */
export function tooNear(
  logged: readonly HearingCall[],
  at: string,
  { apartMinutes }: CallRule,
): { readonly called: string; readonly from: string } | undefined {
  const near = logged.findLast((call) => Math.abs(minutesBetween(call.at, at)) < apartMinutes);
  if (!near) return undefined;
  const { time: called } = limaTime(near.at);
  return { called, from: clockAfter(minuteOf(called) + apartMinutes) };
}

/** Why the claimant's absence cannot be recorded. */
export type AbsenceRefusal = "no-way-in" | "calls-missing" | "calls-too-close";

/**
 * Returns why the claimant's absence cannot be recorded yet; undefined if it can, or if there is no hearing. If the
 * claimant left a telephone number: `calls-missing` if staff called fewer than `calls` times on the hearing's day from
 * its hour on; otherwise `calls-too-close` if fewer than `calls` of the calls are at least `apartMinutes` apart. If the
 * claimant left no number: `no-way-in` if the hearing is by video and had no link at its hour.
 * @param room the hearing's own room at the utility, if it has rooms
 */
export function absenceRefusal(
  events: readonly CaseEvent[],
  room: string | undefined,
  { calls: needed, apartMinutes }: CallRule,
): AbsenceRefusal | undefined {
  const hearing = hearingOf(events);
  if (!hearing) return undefined;
  if (numbersOf(events).length === 0) {
    const start = hearingInstant(hearing);
    const known = events.filter(({ recordedAt }) => recordedAt <= start);
    return hearing.mode === "virtual" && (enteredLink(known, hearing)?.details.link ?? room) === undefined
      ? "no-way-in"
      : undefined;
  }
  const calls = hearingCalls(events, hearing);
  const apart: HearingCall[] = [];
  for (const call of calls) {
    const last = apart.at(-1);
    if (!last || minutesBetween(last.at, call.at) >= apartMinutes) apart.push(call);
  }
  if (apart.length >= needed) return undefined;
  return calls.length >= needed ? "calls-too-close" : "calls-missing";
}

/** Returns the whole clock minutes from an instant to a later one. */
function minutesBetween(from: string, to: string): number {
  const [first, last] = [limaTime(from), limaTime(to)];
  return daysBetween(first.day, last.day) * 1440 + minuteOf(last.time) - minuteOf(first.time);
}
