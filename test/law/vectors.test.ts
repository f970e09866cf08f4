import { describe, expect, it } from "vitest";
import { calendarDay } from "../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/term/due-dates.ts";
import { type ClockName, clockTerms, termOf } from "./clock-terms.ts";
import { afterOutages, calendarOf, countClock, dayOfFiling, lapse, lastDayToClaim } from "./engine.ts";
import * as oracle from "./oracle/oracle.ts";
import {
  clockVectors,
  digestVectors,
  filingVectors,
  lapseVectors,
  outageVectors,
  pauseVectors,
  suspendedVectors,
  windowVectors,
} from "./vectors.ts";

const closing = { nextWorkingDayFrom: "13:00" };
const user = { calendar: "USER" } as const;
const company = { calendar: "COMPANY" } as const;

/** The last day by the engine and by the oracle. */
function both(clock: ClockName, from: string, suspensions2020 = false, stops: readonly oracle.Stop[] = []) {
  const { unit, amount, calendar } = termOf(clock);
  const reckoning = { calendar, suspensions2020 };
  const ofOracle = {
    "working-days": () => oracle.workingDays(from, amount, reckoning, { stops }),
    "calendar-days": () => oracle.calendarDays(from, amount, reckoning),
    months: () => oracle.months(from, amount, reckoning),
  };
  return { engine: countClock(clock, from, calendarOf(reckoning), stops).dueDate, oracle: ofOracle[unit]() };
}

describe("the digest's vectors", () => {
  it.each(digestVectors)("%s, %i days from %s: %s (%s)", (calendar, days, from, due) => {
    expect(oracle.workingDays(from, days, { calendar })).toBe(due);
    expect(countWorkingDays({ from: calendarDay(from), days, calendar: calendarOf({ calendar }) }).dueDate).toBe(due);
  });
});

describe("a term", () => {
  it.each(clockVectors)("%s from %s: %s (%s)", (clock, from, due) => {
    expect(both(clock, from)).toEqual({ engine: due, oracle: due });
  });

  it.each(suspendedVectors)("%s from %s, over the suspensions of 2020: %s (%s)", (clock, from, due) => {
    expect(both(clock, from, true)).toEqual({ engine: due, oracle: due });
  });

  it.each(pauseVectors)("%s from %s, paused %j: %s (%s)", (clock, from, stops, due) => {
    expect(both(clock, from, false, stops)).toEqual({ engine: due, oracle: due });
  });

  it("of every clock has rows, two hundred and more in all", () => {
    const shown = new Set<string>(clockVectors.map(([clock]) => clock));
    expect(Object.keys(clockTerms).filter((clock) => !shown.has(clock))).toEqual([]);
    const all = [
      clockVectors,
      suspendedVectors,
      pauseVectors,
      outageVectors,
      windowVectors,
      filingVectors,
      lapseVectors,
    ];
    expect(all.flatMap((rows) => [...rows]).length).toBeGreaterThanOrEqual(200);
  });
});

describe("a term whose last day the desk was down", () => {
  it.each(outageVectors)("%s from %s, down %j: %s (%s)", (clock, from, outages, due) => {
    const calendar = calendarOf(user);
    expect(afterOutages(countClock(clock, from, calendar), outages, calendar)).toBe(due);
    expect(oracle.afterOutages(both(clock, from).oracle, outages, user)).toBe(due);
  });
});

describe("the window to claim", () => {
  it.each(windowVectors.map(([dueOn, paidOn, ...rest]) => [dueOn, paidOn ?? "never", ...rest] as const))(
    "a bill due %s, paid %s: until %s (%s)",
    (dueOn, paid, last) => {
      const paidOn = paid === "never" ? undefined : paid;
      expect(lastDayToClaim(dueOn, paidOn, calendarOf(user))).toBe(last);
      const ofOracle = paidOn ? oracle.paidWindow(dueOn, paidOn, user) : oracle.unpaidWindow(dueOn, user);
      expect(ofOracle).toBe(last);
    },
  );
});

describe("the legal day of a filing", () => {
  it.each(filingVectors)("%s: %s, or %s (%s)", (instant, same, next) => {
    expect(dayOfFiling(instant, "SAME_DAY", calendarOf(company))).toBe(same);
    expect(dayOfFiling(instant, closing, calendarOf(company))).toBe(next);
    expect(oracle.filingDay(instant, "SAME_DAY", company)).toBe(same);
    expect(oracle.filingDay(instant, closing, company)).toBe(next);
  });
});

describe("the instant a term lapses", () => {
  it.each(lapseVectors)("%s, an act at %s: in time %s (%s)", (lastDay, act, inTime) => {
    expect(lapse(lastDay, act)).toEqual({ at: oracle.lapseInstant(lastDay), inTime });
    expect(oracle.inTime(act, lastDay)).toBe(inTime);
  });
});

describe("the distance to the office", () => {
  it.each<[oracle.Reckoning, number, string, string]>([
    [user, 3, "2026-02-26", "three working days more for the customer"],
    [user, 0, "2026-02-23", "none by default"],
    [company, 3, "2026-02-23", "never for the company"],
  ])("%j, %i days: %s (%s)", (reckoning, distance, due) => {
    expect(oracle.workingDays("2026-02-02", 15, reckoning, { distance })).toBe(due);
  });
});
