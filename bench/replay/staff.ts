import { tenant } from "../../settings.ts";
import { addDays, type CalendarDay, limaInstant, limaTime } from "../../shared/domain/term/calendar-day.ts";
import { dayStatus, nextWorkingDay } from "../../shared/domain/term/legal-calendar.ts";
import { type Act, acts, minutesOf } from "./acts.ts";
import { type Desk, hoursOf, people } from "./people.ts";

const calendar = tenant.calendars.COMPANY.value;
/** A delivery counts on a day of the users' calendar only. */
const users = tenant.calendars.USER.value;
const msPerMinute = 60_000;

/** Returns whether both the office works on a day, and what is done at a house counts on it. */
const isWorkedOutside = (day: CalendarDay): boolean =>
  dayStatus(calendar, day).working && dayStatus(users, day).working;

/** The clock of who asks for an act. */
interface Clock {
  now(): Promise<string>;
  /** Moves on to an instant. */
  until(instant: string): Promise<void>;
}

/**
 * What goes first: an appointment, which should be over by `to`; then what must be done by a day, the first day first.
 */
export type Turn = { readonly to: string } | CalendarDay | undefined;

/** The staff at work: each does one thing after another, of those that wait for their desk. */
export interface Shift {
  /**
   * Returns once somebody of its desk has done an act. Until one is free it waits: nothing is begun that would end
   * after closing, but for an appointment. Of those that wait, that of the first turn goes first.
   */
  done(act: Act, clock: Clock, turn?: Turn): Promise<void>;
  /** The minutes worked, by desk. */
  readonly worked: ReadonlyMap<Desk, number>;
  /** The longest that an act waited for somebody, by desk, in minutes. */
  readonly waited: ReadonlyMap<Desk, number>;
  /** Appointments that were over later than they should be, by desk. */
  readonly late: ReadonlyMap<Desk, number>;
}

interface Waiter {
  readonly act: Act;
  readonly turn: Turn;
  readonly asked: number;
}

/** @param vacant until which instant nobody is at a desk: the control */
export function openShift(vacant: Partial<Record<Desk, string>> = {}): Shift {
  const desks = new Map(
    Object.entries(people).map(([desk, count]) => [desk as Desk, openDesk(count, vacant[desk as Desk] ?? "")]),
  );
  const worked = new Map<Desk, number>();
  const waited = new Map<Desk, number>();
  const late = new Map<Desk, number>();
  let asked = 0;
  return {
    worked,
    waited,
    late,
    done: async (act, clock, turn) => {
      const { desk } = acts[act];
      asked += 1;
      const waiter: Waiter = { act, turn, asked };
      const could = opening(waiter, await clock.now());
      const { begun, ends } = (await desks.get(desk)?.begins(waiter, clock)) ?? { begun: could, ends: could };
      worked.set(desk, (worked.get(desk) ?? 0) + minutesOf(act));
      waited.set(desk, Math.max(waited.get(desk) ?? 0, minutesBetween(could, begun)));
      if (typeof turn === "object" && ends > turn.to) late.set(desk, (late.get(desk) ?? 0) + 1);
      await clock.until(ends);
    },
  };
}

/** A desk of so many people. */
function openDesk(count: number, from: string) {
  const free = Array.from({ length: count }, () => from);
  const waiting = new Set<Waiter>();
  /** Whether another one that could be begun now goes first. */
  const isPassed = (own: Waiter, now: string): boolean =>
    [...waiting].some((one) => rankOf(one) < rankOf(own) && opening(one, now) <= now);
  return {
    /** Waits until somebody begins; returns when, and when it will be done. */
    begins: async (own: Waiter, clock: Clock): Promise<{ readonly begun: string; readonly ends: string }> => {
      waiting.add(own);
      for (;;) {
        const now = await clock.now();
        const first = free.reduce((best, at, index) => (at < (free[best] ?? "") ? index : best), 0);
        const may = [opening(own, now), free[first] ?? ""].toSorted().at(-1) ?? now;
        if (may > now) await clock.until(may);
        else if (isPassed(own, now)) await clock.until(later(now, 1 / 60));
        else {
          waiting.delete(own);
          const ends = later(now, minutesOf(own.act));
          free[first] = ends;
          return { begun: now, ends };
        }
      }
    },
  };
}

/** Appointments first, then by the day, then in the order in which they were asked for. */
const rankOf = ({ turn, asked }: Waiter): string =>
  `${typeof turn === "object" ? "0" : (turn ?? "9")} ${String(asked).padStart(9, "0")}`;

const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / msPerMinute;
const later = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * msPerMinute).toISOString();

/** Returns the first instant from `at` on at which an act may begin. */
function opening({ act, turn }: Waiter, at: string): string {
  if (typeof turn === "object") return at;
  const { opens, closes } = hoursOf(acts[act].desk);
  const isWorked = act === "deliver at home" ? isWorkedOutside : (day: CalendarDay) => dayStatus(calendar, day).working;
  const { day } = limaTime(at);
  const opened = limaInstant(day, opens);
  if (isWorked(day) && (at <= opened || later(at, minutesOf(act)) <= limaInstant(day, closes)))
    return at > opened ? at : opened;
  return limaInstant(act === "deliver at home" ? nextDayOutside(day) : nextWorkingDay(calendar, day), opens);
}

/** Returns the first day after `day` on which what is done at a house counts. */
export function nextDayOutside(day: CalendarDay): CalendarDay {
  const next = nextWorkingDay(calendar, day);
  return isWorkedOutside(next) ? next : nextDayOutside(next);
}

/** Returns the working days from `first` on, so many of them. */
export function workingDays(first: CalendarDay, count: number): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = nextWorkingDay(calendar, addDays(first, -1)); days.length < count; day = nextWorkingDay(calendar, day))
    days.push(day);
  return days;
}
