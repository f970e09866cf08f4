import type { showClaim, showClocks } from "../../contract/claim/claim-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { type Clock, clocksOf } from "../../domain/term/claim-clocks.ts";
import { workingDaysUntil } from "../../domain/term/due-dates.ts";
import type { CaseAt } from "../case/case-at.ts";

/**
 * Returns a clock as a claim shows it. `daysLeft` are the working days from the day of `now` to `dueDate`, by the
 * clock's calendar; they are negative after `dueDate`.
 */
export function clockView(
  { id, calendar, startsOn, dueDate, status }: Clock,
  law: CaseAt["law"],
  now: string,
): AnswerOf<typeof showClaim>["clocks"][number] {
  return {
    id,
    calendar,
    startsOn,
    dueDate,
    status,
    daysLeft: workingDaysUntil(limaDay(now), dueDate, law.calendars[calendar]),
  };
}

/**
 * Returns the clocks that have started in a claim's present state, also those paused, met or lapsed, and the clock T20
 * in any state. Each has every day that was counted or skipped, and why a day was skipped.
 */
export function clocksView({ claim, law, now }: CaseAt): AnswerOf<typeof showClocks> {
  return {
    lawVersion: law.version,
    clocks: clocksOf(claim, law, now).map((clock) => ({
      ...clockView(clock, law, now),
      days: clock.working.days.map(({ date, counted, reason, outage }) => ({
        date,
        counted,
        ...(reason && { reason }),
        ...(outage && { outage }),
      })),
    })),
  };
}
