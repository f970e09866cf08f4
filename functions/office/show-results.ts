import { showResults as route } from "../../shared/contract/office-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { boardOf } from "../../shared/domain/board.ts";
import { limaDay, monthBefore } from "../../shared/domain/calendar-day.ts";
import { publishedCount, publishedCounts, publishedShare } from "../../shared/domain/published-month.ts";
import { ok } from "../../shared/domain/result.ts";
import type { TotalsReader } from "../../shared/storage/office-totals.ts";
import { serve } from "../runtime/serve.ts";

interface ResultsDeps {
  readonly totals: Pick<TotalsReader, "ofMonth">;
  readonly office: string;
}

/**
 * Answers what is published of a month, the last one that is over if none is asked for. Small counts are hidden, and
 * what would give them away. Refuses `month-not-over`: read each day, a month that still runs would show each person.
 */
export const showResults = ({ totals, office }: ResultsDeps) =>
  serve(route, async ({ query: { month: asked }, now }) => {
    const last = monthBefore(limaDay(now).slice(0, 7));
    const month = asked ?? last;
    if (month > last) return refused("month-not-over");
    const { attended, resolved, silences } = boardOf((await totals.ofMonth(office, month)).counts);
    const hidden = publishedCounts(resolved.byType.map(({ count }) => count));
    return ok({
      month,
      last,
      attended: publishedCount(attended.reduce((sum, { count }) => sum + count, 0)) ?? null,
      resolved: publishedCount(resolved.total) ?? null,
      inTerm: publishedShare(resolved.inTerm, resolved.total) ?? null,
      silences: publishedCount(silences) ?? null,
      byType: resolved.byType.map(({ type }, at) => ({ type, count: hidden[at] ?? null })),
    });
  });
