import { countWork as route } from "../../shared/contract/work-list-routes.ts";
import { addDays, limaDay } from "../../shared/domain/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/due-dates.ts";
import { ok } from "../../shared/domain/result.ts";
import { queues } from "../../shared/domain/work-list.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

const countedUpTo = 1000;
const soonDays = 3;

/**
 * Answers, for each work list except `over`, three counts. `total` is all its claims; `overdue`, those whose legal day
 * is before today; `soon`, those whose legal day is from today through the third working day after. Counts at most 1000
 * claims as `total`, and at most 1000 as `overdue` and `soon` together. `more` is true if `total` is 1000.
 */
export const countWork = ({ workLists, tenant }: CaseworkDeps) =>
  serve(route, async ({ now }) => {
    const today = limaDay(now);
    const calendar = tenant.calendars.COMPANY.value;
    const soonest = countWorkingDays({ from: today, days: soonDays, calendar }).dueDate;
    const office = tenant.office.code.value;
    const counted = queues
      .filter((queue) => queue !== "over")
      .map(async (queue) => {
        const upTo = (day: string) => workLists.countQueue(office, queue, day, countedUpTo);
        const [total, overdue, ending] = await Promise.all([
          upTo("9999-12-31"),
          upTo(addDays(today, -1)),
          upTo(soonest),
        ]);
        return { queue, total, overdue, soon: ending - overdue, more: total >= countedUpTo };
      });
    return ok({ queues: await Promise.all(counted) });
  });
