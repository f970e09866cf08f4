import type { CalendarDay } from "./calendar-day.ts";

/** From and until which day, both in, an external supervisor may look; as an administrator entered it, by which letter. */
export interface SupervisorAccess {
  readonly from: CalendarDay;
  readonly until: CalendarDay;
  /** The letter of the supervising body that asks for it. */
  readonly letter: string;
  readonly by: string;
  readonly at: string;
}

/** Something an external supervisor asked to see: kept before it is shown. */
export interface SupervisedRead {
  readonly at: string;
  readonly requestId: string;
  readonly sub: string;
  readonly name: string;
  /** The route, by its method and path. */
  readonly route: string;
  /** What of it was asked for: a case, a document, a month; never what anybody typed. */
  readonly asked: Readonly<Record<string, string>>;
}

/** Whether an access is in force on a day. */
export function isInForce({ from, until }: Pick<SupervisorAccess, "from" | "until">, today: CalendarDay): boolean {
  return from <= today && today <= until;
}
