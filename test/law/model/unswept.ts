import fc from "fast-check";
import { nextLapse } from "../../../shared/domain/case/claim.ts";
import type { ClaimEvent } from "../../../shared/domain/case/claim-events.ts";
import type { ClaimLaw } from "../../../shared/domain/case/claim-law.ts";
import { type Claim, stateTable } from "../../../shared/domain/case/claim-states.ts";
import { waitingQuejas } from "../../../shared/domain/recourse/unanswered-quejas.ts";
import { awaitsCertificate } from "../../../shared/domain/term/silence.ts";
import * as workList from "../../../shared/domain/work/work-list.ts";
import { type Engine, engine, lifeOf } from "./against.ts";
import { type Draws, drawsOf } from "./histories.ts";
import { fileAt } from "./passing.ts";
import { plusDays } from "./terms.ts";

/** The engine and its forecast: the rows a list will show of a claim in the days to come. */
export interface Forecaster extends Engine {
  readonly forecast: typeof workList.forecast;
}

const forecaster: Forecaster = { ...engine, forecast: workList.forecast };

/** The text that the forecast's steps give for a later day. */
function forecastFor(steps: readonly workList.Forecast[], day: string): string {
  const step = steps.findLast(({ from }) => from <= day) ?? steps[0];
  return step ? `${saidOf(step)} ${step.queue}` : "nothing";
}

function saidOf({ state, since, dueOn, calendar }: workList.Standing): string {
  return `${state} since ${since}, due ${dueOn ?? "never"} ${calendar ?? ""}`;
}

const owed: readonly string[] = ["T08", "T09", "T12", "T13", "T16", "T19", "T20"];

/** The reason for a due date, from the clocks alone; undefined if no clock gives that day. */
function reasonFor({ dueOn, calendar }: workList.Standing, claim: Claim, law: ClaimLaw, at: string, by: Forecaster) {
  const isSent = waitingQuejas(claim)[0]?.sent !== undefined;
  const clocks = by
    .clocksOf(claim, law, at)
    .filter(({ id, status }) => !status.startsWith("met") && !(id === "T20" && isSent));
  if (dueOn === undefined) return clocks.length === 0 ? "none runs" : undefined;
  if (claim.state === "hearing-due") return "its hearing";
  if (awaitsCertificate(claim)) return dueOn === claim.since ? "its certificate" : undefined;
  const next = nextLapse(claim, law);
  const missed = clocks.filter(({ id, status }) => status === "lapsed" && owed.includes(id));
  if (missed.length > 0 && stateTable[claim.state].next !== "user" && next?.lapse !== "T22")
    return missed.find((one) => one.dueDate === dueOn && one.calendar === calendar)?.id;
  if (next && [next.last, plusDays(next.last, 1)].includes(dueOn)) return next.lapse;
  const isRunning = clocks.some(({ status }) => status === "running");
  const relevant = isRunning ? clocks.filter(({ status }) => status === "running") : clocks;
  return relevant.find((one) => one.dueDate === dueOn && one.calendar === calendar)?.id;
}

/**
 * Reads a day in three ways: from the forecast at the last entry, from one made that day, and from the claim itself.
 */
function readings(history: readonly ClaimEvent[], law: ClaimLaw, now: string, day: string, by: Forecaster) {
  const at = `${day}T17:00:00.000Z`;
  const stale = forecastFor(by.forecast(history, law, now), day);
  const swept = forecastFor(by.forecast(history, law, at), day);
  const claim = by.claimAt(history, law, at);
  const standing = claim && workList.standingOf(claim, law, at);
  return {
    stale,
    swept,
    read: standing && saidOf(standing),
    reason: claim && standing && reasonFor(standing, claim, law, at, by),
  };
}

/**
 * Describes each of the days, 1 to 30 after the last entry, on which an unswept claim reads differently from a swept
 * one or from the model.
 */
function unsweptDifferences(draws: Draws, days: readonly number[], by: Forecaster = forecaster): readonly string[] {
  const { run, apart } = lifeOf(draws, by);
  if (apart) return [JSON.stringify(apart)];
  const { history, whole, file, law } = run;
  const written = file.recordedAt;
  // Forecasts are made anew when the calendars change, so they are compared under one law; the claim itself is read
  // across every change.
  const { earlier: _, ...known } = whole;
  const quiet = { ...known, calendars: whole.calendars };
  return days.flatMap((ahead) => {
    const day = plusDays(written.slice(0, 10), ahead);
    const { stale, swept, read, reason } = readings(history, quiet, written, day, by);
    const state = by.claimAt(history, whole, `${day}T17:00:00.000Z`)?.state;
    const expected = fileAt(file, law, `${day}T17:00:00.000Z`).phase;
    const isOne = stale === swept && read !== undefined && swept.startsWith(`${read} `) && reason !== undefined;
    const same = isOne && state && stateTable[state].name === expected;
    return same
      ? []
      : [`${day}: forecast ${stale}, swept ${swept}, read ${read} by ${reason}; state ${state}, model ${expected}`];
  });
}

/** Random histories, each read on some of the thirty days after its last entry. */
export function compareUnswept({
  runs,
  seed,
  by,
}: {
  readonly runs: number;
  readonly seed: number;
  readonly by?: Forecaster;
}): {
  readonly runs: number;
  readonly differences: readonly string[];
} {
  const details = fc.check(
    fc.property(
      drawsOf(8),
      fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 4, maxLength: 4 }),
      (draws, days) => {
        return unsweptDifferences(draws, days, by).length === 0;
      },
    ),
    { numRuns: runs, seed },
  );
  const { counterexample } = details;
  return {
    runs: details.numRuns,
    differences: counterexample ? unsweptDifferences(counterexample[0], counterexample[1], by) : [],
  };
}
