import type { ClaimLaw } from "../case/claim-law.ts";
import type { Claim, ClockId } from "../case/claim-states.ts";
import type { CalendarDay } from "./calendar-day.ts";
import { type Clock, clocksOf } from "./claim-clocks.ts";
import type { DueDate, TermUnit } from "./due-dates.ts";
import type { CalendarId } from "./legal-calendar.ts";

/** A term as counted when an entry started or moved it, with every value that made its date (digest 9.2, end). */
export interface CountedTerm {
  /** Where its length is in the law, as `group.key`. */
  readonly rule: string;
  readonly lawVersion: string;
  readonly from: CalendarDay;
  readonly amount: number;
  readonly unit: TermUnit;
  readonly calendar: CalendarId;
  readonly calendarVersion: string;
  readonly dueDate: CalendarDay;
  /** The days that did not count, and why, weekends aside; all others did. */
  readonly skipped: readonly { readonly date: CalendarDay; readonly reason: string; readonly name?: string }[];
}

/** What an entry did to a clock. A stopped clock has no new date. */
export type ClockChange = { readonly clock: ClockId } & (
  | { readonly change: "started" | "paused" | "resumed" | "moved"; readonly term: CountedTerm }
  | { readonly change: "stopped" }
);

/**
 * Returns a counted term in the form in which an entry stores it: the values of `working`, with `rule` and the law's
 * version. Of the term's days it keeps only those that did not count (`skipped`), without the first day and weekends.
 * @param rule where the term's length is in the law, as `group.key`
 */
export function countedTerm(rule: string, working: DueDate, lawVersion: string): CountedTerm {
  const { from, amount, unit, calendar, calendarVersion, dueDate, days } = working;
  const skipped = days.flatMap(({ date, counted: counts, reason, name }) =>
    counts || reason === "start" || reason === "weekend" ? [] : [{ date, reason, ...(name && { name }) }],
  );
  return { rule, lawVersion, from, amount, unit, calendar, calendarVersion, dueDate, skipped };
}

function isAlive({ status }: Clock): boolean {
  return status === "running" || status === "paused";
}

function changeOf(
  old: Clock | undefined,
  now: Clock,
): "started" | "paused" | "resumed" | "moved" | "stopped" | undefined {
  if (!old || old.startsOn !== now.startsOn) return "started";
  if (isAlive(old) && now.status === "met") return "stopped";
  if (old.status !== now.status && now.status === "paused") return "paused";
  if (old.status === "paused" && now.status === "running") return "resumed";
  return old.dueDate === now.dueDate ? undefined : "moved";
}

/**
 * Returns what an entry did to the claim's clocks; empty if no clock changed. First the clocks that `after` has and
 * that the entry started (also anew, from another day), paused, resumed, moved or met (`stopped`). Then the clocks that
 * ran or were paused in `before` and that `after` does not have (`stopped`). T09 that now ends with T10 starts anew.
 * @param before the claim at `now` without the entry; absent for a filing
 * @param now the instant the entry is recorded, ISO 8601 in UTC
 */
export function clockChanges(
  before: Claim | undefined,
  after: Claim,
  law: ClaimLaw & { readonly version: string },
  now: string,
): readonly ClockChange[] {
  const old = before ? clocksOf(before, law, now) : [];
  const left = clocksOf(after, law, now);
  const changed = left.flatMap((clock): readonly ClockChange[] => {
    const change = changeOf(
      old.find(({ id }) => id === clock.id),
      clock,
    );
    if (!change) return [];
    if (change === "stopped") return [{ clock: clock.id, change }];
    return [{ clock: clock.id, change, term: countedTerm(clock.rule, clock.working, law.version) }];
  });
  const stopped = old
    .filter((clock) => isAlive(clock) && !left.some(({ id }) => id === clock.id))
    .map(({ id }): ClockChange => ({ clock: id, change: "stopped" }));
  return [...changed, ...stopped];
}
