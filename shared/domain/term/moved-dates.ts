import { claimAt } from "../case/claim.ts";
import type { ClaimEvent } from "../case/claim-events.ts";
import type { ClaimLaw } from "../case/claim-law.ts";
import type { ClockId } from "../case/claim-states.ts";
import type { CalendarDay } from "./calendar-day.ts";
import { type Clock, clocksOf } from "./claim-clocks.ts";
import type { CalendarId } from "./legal-calendar.ts";

/**
 * A term that a calendar change moves, or one that it would shorten but that was already announced to a user (`kept`).
 */
export interface MovedDate {
  readonly clock: ClockId;
  readonly calendar: CalendarId;
  /** The last day of the term before the change. */
  readonly from: CalendarDay;
  /** The last day of the term after the change; the same day as `from` if `kept`. */
  readonly to: CalendarDay;
  readonly kept: boolean;
}

/** A law, and the instant at which it is applied, ISO 8601 in UTC. */
export interface LawThen {
  readonly law: ClaimLaw;
  readonly at: string;
}

function clocksAt(history: readonly ClaimEvent[], { law, at }: LawThen): readonly Clock[] {
  const claim = claimAt(history, law, at);
  return claim ? clocksOf(claim, law, at) : [];
}

const isOpen = ({ status }: Clock): boolean => status === "running" || status === "paused";

/**
 * Returns each term, running or paused just before a calendar change, whose last day the change moves. A term of a user
 * is never shortened. If the new calendar would shorten a user's term, the term is returned with `kept: true`. Terms
 * that the claim no longer has after the change are left out.
 * @param before the law until the change, at the instant of the change
 * @param after the law with the new calendars; its `earlier` calendars include those of `before`
 */
export function movedDates(history: readonly ClaimEvent[], before: LawThen, after: LawThen): readonly MovedDate[] {
  const then = clocksAt(history, after);
  const { earlier: _, ...alone } = after.law;
  const unkept = clocksAt(history, { law: alone, at: after.at });
  return clocksAt(history, before)
    .filter(isOpen)
    .flatMap(({ id, calendar, dueDate: from }) => {
      const same = (clock: Clock): boolean => clock.id === id;
      const to = then.find(same)?.dueDate ?? from;
      const kept = to === from && (unkept.find(same)?.dueDate ?? from) < from;
      return to !== from || kept ? [{ clock: id, calendar, from, to, kept }] : [];
    });
}
