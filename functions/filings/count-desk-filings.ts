import { countDeskFilings as route } from "../../shared/contract/filing-routes.ts";
import { addDays, type CalendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/due-dates.ts";
import { closeDays } from "../../shared/domain/late-risk.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";

/** As many as somebody at the desk tells apart. */
const most = 100;
const waiting = ["to-check", "to-tell", "observed", "to-answer"] as const;

/** How many documents wait in each list, and how many of those to be answered are past their day, or close to it. */
export const countDeskFilings = ({ tenant, filings, uploads }: FilingsDesk) =>
  serve(route, async ({ now }) => {
    const { code, areas } = tenant.office;
    const today = limaDay(now);
    const calendar = tenant.calendars.COMPANY.value;
    const close = addDays(countWorkingDays({ from: today, days: closeDays, calendar }).dueDate, 1);
    const before = (day: CalendarDay) => filings.count(code.value, "to-answer", most, day);
    const lists = waiting.map(async (list) => ({ list, count: await filings.count(code.value, list, most) }));
    const [overdue, soon] = await Promise.all([before(today), before(close)]);
    return ok({
      lists: await Promise.all(lists),
      toAnswer: { overdue, close: soon - overdue },
      papers: await uploads.countWaiting(code.value, most),
      areas: [...areas.value],
    });
  });
