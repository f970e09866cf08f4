import { countDeskSubmissions as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { closeDays } from "../../../shared/domain/board/late-risk.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { addDays, type CalendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../../shared/domain/term/due-dates.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";

/** Where counting stops: beyond it, the clerk does not need the number. */
const most = 100;
const waiting = ["to-check", "to-notify", "observed", "to-answer"] as const;

/**
 * Answers how many submissions wait in each of the clerk's lists, how many attachments wait, and the areas a submission
 * can be forwarded to. Of the submissions to answer, `overdue` counts those past their last day, and `close` those
 * whose last day is from today through the second working day after. Every count stops at 100, and so does the sum of
 * `overdue` and `close`.
 */
export const countDeskSubmissions = ({ tenant, submissions, uploads }: SubmissionsDeps) =>
  serve(route, async ({ now }) => {
    const { code, areas } = tenant.office;
    const today = limaDay(now);
    const calendar = tenant.calendars.COMPANY.value;
    const close = addDays(countWorkingDays({ from: today, days: closeDays, calendar }).dueDate, 1);
    const before = (day: CalendarDay) => submissions.count(code.value, "to-answer", most, day);
    const lists = waiting.map(async (list) => ({ list, count: await submissions.count(code.value, list, most) }));
    const [overdue, soon] = await Promise.all([before(today), before(close)]);
    return ok({
      lists: await Promise.all(lists),
      toAnswer: { overdue, close: soon - overdue },
      attachments: await uploads.countWaiting(code.value, most),
      areas: [...areas.value],
    });
  });
