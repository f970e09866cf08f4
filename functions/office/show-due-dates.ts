import { dueDates } from "../../shared/contract/office-routes.ts";
import { countWorkingDays } from "../../shared/domain/due-dates.ts";
import type { CalendarId, LegalCalendar } from "../../shared/domain/legal-calendar.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";

/** Counts working days from a date, and shows the count: every day, and why it counts or does not. */
export const showDueDates = ({ calendars }: { calendars: Readonly<Record<CalendarId, LegalCalendar>> }) =>
  serve(dueDates, async ({ query }) => {
    const id = query.calendar === "user" ? "USER" : "COMPANY";
    const { from, dueDate, calendar, calendarVersion, days } = countWorkingDays({
      from: query.from,
      days: query.days,
      calendar: calendars[id],
    });
    return ok({ from, dueDate, calendar, calendarVersion, days: [...days] });
  });
