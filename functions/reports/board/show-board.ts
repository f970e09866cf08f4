import { showBoard as route } from "../../../shared/contract/board/board-routes.ts";
import { boardOf, silencesAhead } from "../../../shared/domain/board/board.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";

/**
 * Answers the numbers of a month's board. Also answers two counts of claims whose decision is not notified yet: those
 * whose term of silence ended before today, and those whose term of silence ends from today through the fifth working
 * day after. After its term of silence a claim is deemed granted. Reads stored totals, however many claims there are.
 */
export const showBoard = ({ totals, tenant }: ReportDeps) =>
  serve(route, async ({ query: { month }, now }) => {
    const { counts, ahead, at } = await totals.ofMonth(tenant.office.code.value, month);
    const near = silencesAhead(ahead, limaDay(now), tenant.calendars.COMPANY.value);
    return ok({ month, at, ...boardOf(counts), ahead: near });
  });
