import { showResults as route } from "../../shared/contract/office-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { boardOf } from "../../shared/domain/board/board.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { publishedCount, publishedCounts, publishedShare } from "../../shared/domain/register/published-counts.ts";
import { limaDay, monthBefore } from "../../shared/domain/term/calendar-day.ts";
import type { TotalsReader } from "../../shared/storage/board/office-totals.ts";
import { serve } from "../runtime/serve.ts";

interface ResultsDeps {
  readonly totals: Pick<TotalsReader, "ofMonth">;
  readonly office: string;
}

/**
 * Answers the published counts of a finished month, by default the last one: citizens attended, claims resolved, the
 * share resolved in their term, and positive silences. A count from 1 to 4 is `null`, since it could point at persons.
 * Counts by type from which a hidden count could be worked out are `null` too. Refuses `month-not-over` if the month is
 * not over yet.
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
