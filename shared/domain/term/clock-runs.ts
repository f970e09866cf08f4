import { type CaseEvent, isFact } from "../case/case-events.ts";
import { claimAt } from "../case/claim.ts";
import type { ClaimLaw } from "../case/claim-law.ts";
import type { ClockId } from "../case/claim-states.ts";
import { type CalendarDay, limaDay } from "./calendar-day.ts";
import { type Clock, clocksOf } from "./claim-clocks.ts";
import type { ClockChange } from "./clock-changes.ts";

/** The days on which a clock was paused; no `to` while it still is. */
export interface ClockPause {
  readonly from: CalendarDay;
  readonly to?: CalendarDay | undefined;
}

/** One run of a clock. `endedOn` is the day of the entry that stopped it; absent while it runs, or if it lapsed. */
export interface ClockRun {
  readonly clock: ClockId;
  readonly dueDate: CalendarDay;
  readonly endedOn?: CalendarDay | undefined;
  readonly pauses: readonly ClockPause[];
}

/** Returns the clocks of a history at an instant. */
function clocksAfter(events: readonly CaseEvent[], law: ClaimLaw, at: string): readonly Clock[] {
  const claim = claimAt(events.filter(isFact), law, at);
  return claim ? clocksOf(claim, law, at) : [];
}

/** Changes the last run of a clock that has not ended; without one, nothing changes. */
function withOpen(
  runs: readonly ClockRun[],
  clock: ClockId,
  change: (open: ClockRun) => ClockRun,
): readonly ClockRun[] {
  const at = runs.findLastIndex((run) => run.clock === clock && run.endedOn === undefined);
  return runs.map((run, index) => (index === at ? change(run) : run));
}

const begun = (clock: ClockId, dueDate: CalendarDay): ClockRun => ({ clock, dueDate, pauses: [] });

function paused(run: ClockRun, on: CalendarDay): ClockRun {
  return { ...run, pauses: [...run.pauses, { from: on }] };
}

function resumed(run: ClockRun, on: CalendarDay): ClockRun {
  return { ...run, pauses: run.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: on } : pause)) };
}

/** Returns the runs after what one entry did to one clock. */
function changed(runs: readonly ClockRun[], change: Exclude<ClockChange, { change: "stopped" }>, on: CalendarDay) {
  const { clock, term } = change;
  if (change.change === "started") {
    // The days to forward a queja end as those to decide it begin, and these as the next queja's begin.
    const ended = clock === "T20" ? withOpen(runs, clock, (run) => ({ ...run, endedOn: on })) : runs;
    return [...ended, begun(clock, term.dueDate)];
  }
  return withOpen(runs, clock, (run) => {
    const moved = { ...run, dueDate: term.dueDate };
    if (change.change === "paused") return paused(moved, on);
    return change.change === "resumed" ? resumed(moved, on) : moved;
  });
}

/**
 * Returns every run of every clock of a case: first, in the order begun, the runs that an entry started or stopped;
 * then the runs that began by time alone and that no entry stopped, without those met in time at `now`. A run that an
 * entry started has the due date recorded last; later laws and calendars do not change it. A run that began by time
 * alone is counted by `law`.
 * @param now an instant, ISO 8601 in UTC
 */
export function clockRuns(events: readonly CaseEvent[], law: ClaimLaw, now: string): readonly ClockRun[] {
  let runs: readonly ClockRun[] = [];
  for (const [index, event] of events.entries()) {
    const on = limaDay(event.effectiveAt);
    if (event.type === "dates-moved")
      for (const { clock, to } of event.details.moved) runs = withOpen(runs, clock, (run) => ({ ...run, dueDate: to }));
    for (const change of event.clocks ?? []) {
      if (change.change !== "stopped") {
        runs = changed(runs, change, on);
        continue;
      }
      const isBegun = runs.some(({ clock, endedOn }) => clock === change.clock && endedOn === undefined);
      const before = isBegun ? [] : clocksAfter(events.slice(0, index), law, event.recordedAt);
      const byTime = before.filter(({ id }) => id === change.clock).map(({ id, dueDate }) => begun(id, dueDate));
      runs = withOpen([...runs, ...byTime], change.clock, (run) => ({ ...run, endedOn: on }));
    }
  }
  const notBegun = clocksAfter(events, law, now).filter(
    ({ id, status }) => status !== "met" && !runs.some(({ clock, endedOn }) => clock === id && endedOn === undefined),
  );
  return [...runs, ...notBegun.map(({ id, dueDate }) => begun(id, dueDate))];
}
