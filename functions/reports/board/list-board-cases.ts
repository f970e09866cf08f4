import { listBoardCases as route } from "../../../shared/contract/board/board-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { type BoardNumber, type BoardPart, countBehind, silencesAhead } from "../../../shared/domain/board/board.ts";
import { claimTotals } from "../../../shared/domain/board/claim-totals.ts";
import { ahead, type Totals } from "../../../shared/domain/board/office-totals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { type CalendarDay, limaDay, monthBefore } from "../../../shared/domain/term/calendar-day.ts";
import type { LegalCalendar } from "../../../shared/domain/term/legal-calendar.ts";
import { cursorOf, readCursor } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";

/** Claims looked through for one page. */
const atOnce = 40;
/** Months before the board's in which a claim behind its numbers may have been filed: two years of procedure. */
const mostMonths = 24;

const positionIn = (cursor: string) => {
  const [, month, after] = /^(\d{4}-\d{2})#([0-9a-z]{0,60})$/.exec(readCursor(cursor)) ?? [];
  return month !== undefined && after !== undefined ? { month, after } : undefined;
};

/**
 * Answers which of the next 40 claims count in a number of a month's board. Looks first at the claims filed in the
 * month and then, unless the number is that of claims filed, at those filed in each of the 24 months before. A page
 * without claims may still have a cursor; the last page has none. Refuses `malformed-cursor` if the cursor cannot be
 * read.
 */
export const listBoardCases = ({ caseReader, months, tenant }: ReportDeps) =>
  serve(route, async ({ query: { month, number, cursor, ...part }, now }) => {
    const from = cursor === undefined ? { month, after: "" } : positionIn(cursor);
    if (!from) return refused("malformed-cursor");
    const ids = await months.ids(tenant.office.code.value, from.month, "CLAIM", atOnce, from.after || undefined);
    const files = await Promise.all(ids.map((claimId) => caseReader.read(claimId)));
    const company = tenant.calendars.COMPANY.value;
    const cases = files.flatMap((file) => {
      const totals = file && claimTotals(file.events, company);
      const count = totals ? countOf(totals, number, { month, part, today: limaDay(now), company }) : 0;
      if (!file || count === 0) return [];
      const { claimId, code, filedOn, claimType } = file.head;
      return [{ claimId, code, filedOn, claimType, count }];
    });
    const last = ids.length === atOnce ? ids.at(-1) : undefined;
    const before = number === "filed" ? undefined : nextMonth(month, from.month);
    return ok({
      month,
      through: from.month,
      cases,
      ...(last !== undefined
        ? { cursor: cursorOf(`${from.month}#${last}`) }
        : before !== undefined && { cursor: cursorOf(`${before}#`) }),
    });
  });

interface Counting {
  readonly month: string;
  readonly part: BoardPart;
  readonly today: CalendarDay;
  readonly company: LegalCalendar;
}

function countOf(totals: Totals, number: BoardNumber, { month, part, today, company }: Counting): number {
  if (number === "soon" || number === "ended") return silencesAhead(totals[ahead] ?? {}, today, company)[number];
  return countBehind(totals[month] ?? {}, number, part);
}

/** Returns the month before `looked`; undefined if that is more than 24 before `month`. */
function nextMonth(month: string, looked: string): string | undefined {
  let first = month;
  for (let back = 0; back < mostMonths; back += 1) first = monthBefore(first);
  const before = monthBefore(looked);
  return before >= first ? before : undefined;
}
