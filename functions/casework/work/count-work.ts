import { countWork as route } from "../../../shared/contract/work/work-list-routes.ts";
import { type Counts, listed } from "../../../shared/domain/board/office-totals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { soonDays } from "../../../shared/domain/soon.ts";
import { addDays, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../../shared/domain/term/due-dates.ts";
import { queues } from "../../../shared/domain/work/work-list.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Answers, for each work list except `over`, how many claims are on it (`total`), how many of these are listed by a
 * day before today (`overdue`), and how many by one from today through the third working day after (`soon`). `mine` has
 * the same counts of the claims that the caller owns, only for lists where they have some. Reads stored totals, which
 * may lack what was recorded in the last minutes.
 */
export const countWork = ({ totalsReader, tenant }: CaseworkDeps) =>
  serve(route, async ({ caller, now }) => {
    const today = limaDay(now);
    const calendar = tenant.calendars.COMPANY.value;
    const soonest = countWorkingDays({ from: today, days: soonDays, calendar }).dueDate;
    const { all, own } = await totalsReader.ofLists(tenant.office.code.value, caller.sub);
    const counted = (counts: Counts) =>
      queues
        .filter((queue) => queue !== "over")
        .map((queue) => {
          const overdue = listed(counts, queue, addDays(today, -1));
          return { queue, total: listed(counts, queue), overdue, soon: listed(counts, queue, soonest) - overdue };
        });
    return ok({ queues: counted(all), mine: counted(own).filter(({ total }) => total > 0) });
  });
