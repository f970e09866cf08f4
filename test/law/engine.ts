import { filingDay } from "../../shared/domain/filing/filing-day.ts";
import { withOutages } from "../../shared/domain/problem/outage.ts";
import { addDays, type CalendarDay, calendarDay, lapsesAt, limaDay } from "../../shared/domain/term/calendar-day.ts";
import {
  addMonthsRolled,
  claimWindow,
  countCalendarDays,
  type DueDate,
  paidClaimWindow,
  withPause,
} from "../../shared/domain/term/due-dates.ts";
import type { CalendarId, DecreedDay, LegalCalendar } from "../../shared/domain/term/legal-calendar.ts";
import { calendars } from "../../tenants/eps-moquegua/calendars.ts";
import { type ClockName, termOf } from "./clock-terms.ts";
import { suspensions } from "./oracle/day-table.ts";
import type { AfterHours, Down, Reckoning, Stop } from "./oracle/oracle.ts";

/**
 * The engine behind the same functions as the oracle. Each reads its calendars from its own data; only the suspensions
 * of 2020 are shared.
 */

function daysFrom(from: CalendarDay, through: CalendarDay): readonly CalendarDay[] {
  return from > through ? [] : [from, ...daysFrom(addDays(from, 1), through)];
}

const suspended: readonly DecreedDay[] = suspensions.flatMap(({ from, through, source }) =>
  daysFrom(calendarDay(from), calendarDay(through)).map((date) => ({
    reason: "decreed",
    name: "Plazos suspendidos",
    date,
    source,
    recordedAt: calendarDay("2026-11-24"),
  })),
);

function withSuspensions(calendar: LegalCalendar): LegalCalendar {
  return { ...calendar, nonWorking: [...calendar.nonWorking, ...suspended] };
}

const suspendedCalendars: Readonly<Record<CalendarId, LegalCalendar>> = {
  COMPANY: withSuspensions(calendars.COMPANY),
  USER: withSuspensions(calendars.USER),
};

export function calendarOf({ calendar, suspensions2020 }: Reckoning): LegalCalendar {
  return (suspensions2020 ? suspendedCalendars : calendars)[calendar];
}

/** Counts the term of a clock on a calendar, with its pauses. */
export function countClock(
  clock: ClockName,
  from: string,
  calendar: LegalCalendar,
  stops: readonly Stop[] = [],
): DueDate {
  const { unit, amount } = termOf(clock);
  const start = calendarDay(from);
  if (unit === "months") return addMonthsRolled({ from: start, months: amount, calendar });
  if (unit === "calendar-days") return countCalendarDays({ from: start, days: amount, calendar });
  const pauses = stops.map(({ notice, remedy }) => ({ after: calendarDay(notice), through: calendarDay(remedy) }));
  return withPause({ from: start, days: amount, calendar }, pauses);
}

/** Extends a term of the customer by the outages of the document desk. */
export function afterOutages(due: DueDate, outages: readonly Down[], calendar: LegalCalendar): CalendarDay {
  return withOutages(due, outages, calendar).dueDate;
}

/** The last day to claim a bill; an unpaid bill has no `paidOn`. */
export function lastDayToClaim(dueOn: string, paidOn: string | undefined, calendar: LegalCalendar): string {
  const from = calendarDay(dueOn);
  if (paidOn === undefined) return claimWindow({ from, rule: { laterOf: { months: 2, days: 60 } }, calendar }).dueDate;
  return paidClaimWindow({ dueOn: from, paidOn: calendarDay(paidOn), months: 12, calendar }).dueDate;
}

export function dayOfFiling(instant: string, policy: AfterHours, calendar: LegalCalendar): string {
  return filingDay(
    instant,
    policy === "SAME_DAY"
      ? { afterHours: policy }
      : { afterHours: "NEXT_WORKING_DAY", closesAt: policy.nextWorkingDayFrom },
    calendar,
  );
}

/** The instant after a term's last day, and whether an act was in time: the engine judges an act by its day in Lima. */
export function lapse(lastDay: string, act: string): { readonly at: string; readonly inTime: boolean } {
  return { at: lapsesAt(calendarDay(lastDay)), inTime: !(limaDay(act) > lastDay) };
}
