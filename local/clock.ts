import { addDays, daysBetween, limaDay, limaInstant, parseDay } from "../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../shared/domain/term/due-dates.ts";
import type { LegalCalendar } from "../shared/domain/term/legal-calendar.ts";
import type { Records } from "./records.ts";

const msPerDay = 86_400_000;

/** The stack's clock: real time plus an offset that is stored, only grows, and is shared with every running sandbox. */
export interface Clock {
  now(): string;
  /**
   * Returns the instant that the clock would show without its last move. A request sent before the move is signed by
   * that time.
   */
  unmoved(): string;
  /** Returns the milliseconds that the clock is ahead of real time. */
  ahead(): number;
  /** One double: the milliseconds ahead of real time. */
  readonly offset: SharedArrayBuffer;
  /**
   * Moves the clock forward and returns the new instant. `+35wd` adds working days of the company calendar and `+3d`
   * adds days, at most 999, at the same time of day. `2027-01-15` is 00:00 of that day in Lima; `2027-01-15T13:00:00Z`
   * is that instant. `+0d` moves nothing.
   * @throws RangeError if the text is none of these or the clock would go back.
   */
  move(to: string): string;
}

/**
 * Opens the clock with the offset stored in `records`, or 0 if none is stored. `company` is the calendar whose working
 * days `move` counts.
 */
export function openClock(records: Records, company: LegalCalendar): Clock {
  const offset = new SharedArrayBuffer(8);
  const view = new Float64Array(offset);
  view[0] = Number(records.get("offset") ?? 0);
  const ahead = () => view[0] ?? 0;
  const ms = () => Date.now() + ahead();
  const now = () => new Date(ms()).toISOString();
  let lastMove = 0;
  return {
    now,
    unmoved: () => new Date(ms() - lastMove).toISOString(),
    ahead,
    offset,
    move: (to) => {
      const further = aheadOf(now(), to, company);
      if (!(further >= 0))
        throw new RangeError(`El reloj solo va hacia adelante: la oficina está en ${now()} y se pidió ${to}.`);
      lastMove = further;
      view[0] = ahead() + further;
      records.set("offset", view[0]);
      return now();
    },
  };
}

/**
 * Returns the instant to which a move leads from `now`; it may be in the past. `to` is `+35wd` (working days of
 * `company`), `+3d` (days), `2027-01-15` (00:00 in Lima) or `2027-01-15T13:00:00Z`. A number has at most three digits.
 * @throws RangeError if `to` has none of these shapes
 */
export function instantOfMove(now: string, to: string, company: LegalCalendar): string {
  return new Date(Date.parse(now) + aheadOf(now, to, company)).toISOString();
}

/** Returns the milliseconds from an instant to where a move leads; negative if that is in the past. */
function aheadOf(now: string, to: string, calendar: LegalCalendar): number {
  const [, amount, unit] = /^\+(\d{1,3})(wd|d)$/.exec(to) ?? [];
  const today = limaDay(now);
  if (unit === "wd")
    return daysBetween(today, countWorkingDays({ from: today, days: Number(amount), calendar }).dueDate) * msPerDay;
  if (unit === "d") return daysBetween(today, addDays(today, Number(amount))) * msPerDay;
  const day = parseDay(to);
  const instant = Date.parse(day ? limaInstant(day, "00:00") : to);
  if (Number.isNaN(instant) || (!day && !to.endsWith("Z")))
    throw new RangeError(`El reloj no se mueve a «${to}», sino a +35wd, +3d, 2027-01-15 o 2027-01-15T13:00:00Z.`);
  return instant - Date.parse(now);
}
