import type { Calendar } from "./oracle/oracle.ts";

/**
 * A term of the digest's table 3.2 with its default value, counted on the calendar of the party who must meet it (5.7).
 */
interface ClockTerm {
  readonly unit: "working-days" | "calendar-days" | "months";
  readonly amount: number;
  readonly calendar: Calendar;
  /** The term runs from the filing and excludes the days of a remedy (3.2, extensions and suspensions). */
  readonly pauses?: true;
}

/** The terms among T01 to T25 that are plain counts. T01 and T02 are windows; T03 has no limit. */
export const clockTerms = {
  T04: { unit: "working-days", amount: 2, calendar: "USER" },
  T05: { unit: "working-days", amount: 5, calendar: "USER" },
  "T06 of F01": { unit: "working-days", amount: 5, calendar: "COMPANY", pauses: true },
  T06: { unit: "working-days", amount: 10, calendar: "COMPANY", pauses: true },
  T07: { unit: "working-days", amount: 20, calendar: "COMPANY", pauses: true },
  T08: { unit: "working-days", amount: 30, calendar: "COMPANY", pauses: true },
  T09: { unit: "working-days", amount: 5, calendar: "COMPANY" },
  T10: { unit: "working-days", amount: 35, calendar: "COMPANY", pauses: true },
  T11: { unit: "working-days", amount: 15, calendar: "USER" },
  T12: { unit: "working-days", amount: 15, calendar: "COMPANY" },
  T13: { unit: "working-days", amount: 5, calendar: "COMPANY" },
  T14: { unit: "working-days", amount: 20, calendar: "COMPANY" },
  T15: { unit: "working-days", amount: 15, calendar: "USER" },
  T16: { unit: "working-days", amount: 5, calendar: "COMPANY" },
  T17: { unit: "working-days", amount: 35, calendar: "COMPANY" },
  T18: { unit: "months", amount: 3, calendar: "USER" },
  T19: { unit: "working-days", amount: 10, calendar: "COMPANY" },
  T20: { unit: "working-days", amount: 3, calendar: "COMPANY" },
  T21: { unit: "working-days", amount: 2, calendar: "COMPANY" },
  T22: { unit: "working-days", amount: 5, calendar: "COMPANY" },
  T23: { unit: "calendar-days", amount: 15, calendar: "USER" },
  T24: { unit: "working-days", amount: 10, calendar: "COMPANY" },
  T25: { unit: "working-days", amount: 3, calendar: "COMPANY" },
} as const satisfies Readonly<Record<string, ClockTerm>>;

export type ClockName = keyof typeof clockTerms;

export function termOf(clock: ClockName): ClockTerm {
  return clockTerms[clock];
}
