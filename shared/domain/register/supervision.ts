import type { CalendarDay } from "../term/calendar-day.ts";

/**
 * The days, both included, on which an external supervisor may read cases, as an administrator entered it from a
 * letter.
 */
export interface SupervisorAccess {
  readonly from: CalendarDay;
  readonly until: CalendarDay;
  /** The letter of the supervising body that asks for it. */
  readonly letter: string;
  readonly by: string;
  readonly at: string;
}

/** A read by an external supervisor, recorded before the answer is given. */
export interface SupervisedRead {
  readonly at: string;
  readonly requestId: string;
  readonly sub: string;
  readonly name: string;
  /** The route, by its method and path. */
  readonly route: string;
  /** What was asked for: a case, a document, a month; never text that somebody typed. */
  readonly asked: Readonly<Record<string, string>>;
}

/** Returns whether an access is in force on a day. */
export function isInForce({ from, until }: Pick<SupervisorAccess, "from" | "until">, today: CalendarDay): boolean {
  return from <= today && today <= until;
}
