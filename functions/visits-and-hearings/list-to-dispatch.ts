import { caseHeadAt, caseNow } from "../../shared/casework/case-at.ts";
import { claimLaw } from "../../shared/casework/claim-law.ts";
import { listToDispatch as route } from "../../shared/contract/notice-routes.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { calendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { workingOf } from "../../shared/domain/claim-clocks.ts";
import { allowedEvents } from "../../shared/domain/claim-transitions.ts";
import { dispatchReason, mostDispatchedAtOnce } from "../../shared/domain/dispatch-due.ts";
import { workingDaysUntil } from "../../shared/domain/due-dates.ts";
import type { LegalCalendar } from "../../shared/domain/legal-calendar.ts";
import { ok } from "../../shared/domain/result.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../../shared/storage/case-head.ts";
import { serve } from "../runtime/serve.ts";
import type { VisitDeps } from "./visit-deps.ts";

type Row = AnswerOf<typeof route>["claims"][number];

/** Heads read from the list at once, and how often at most: the list also has what is on its way. */
const page = 100;
const mostPages = 10;
/** Claims with a queja looked at, more than ever wait at once. */
const mostQuejas = 50;

/**
 * Answers the claims whose decision is to be dispatched (`dispatchReason`), by the last day to notify it, as their last
 * write left them: as many as one act takes, of the first 1,000 of the list `notification`. `more` is true if there may
 * be others.
 */
export const listToDispatch = (deps: VisitDeps) =>
  serve(route, async ({ now }) => {
    const { workLists, tenant } = deps;
    const rows: Row[] = [];
    let after: QueuePosition | undefined;
    let isRead = false;
    for (let pages = 0; pages < mostPages && !isRead && rows.length <= mostDispatchedAtOnce; pages += 1) {
      const heads = await workLists.inQueue(tenant.office.code.value, "notification", page, after);
      rows.push(...heads.flatMap((head) => rowOf(deps, head, now)));
      const last = heads.at(-1);
      after = last && queuePositionOf(last);
      isRead = heads.length < page;
    }
    const claims = await withoutQuejas(deps, rows.slice(0, mostDispatchedAtOnce), now);
    return ok({ claims, most: mostDispatchedAtOnce, more: !isRead || claims.length < rows.length });
  });

/**
 * Returns the rows with the term of the notice as their day, and in its order: the list orders a claim by its queja
 * where one is to be answered sooner, and a head has no other day.
 */
async function withoutQuejas(deps: VisitDeps, rows: readonly Row[], now: string): Promise<Row[]> {
  const { workLists, caseFiles, tenant } = deps;
  const waiting = rows.length > 0 ? await workLists.withQuejas(tenant.office.code.value, mostQuejas) : [];
  const own = rows.map(async (row) => {
    const file = waiting.some(({ claimId }) => claimId === row.claimId)
      ? await caseFiles.read(row.claimId, "recent")
      : undefined;
    if (!file) return row;
    const { claim, law } = caseNow(file, tenant, now);
    const term = workingOf(claim.state === "resolved" ? "T09" : "T13", claim, law)?.dueDate;
    return { ...row, ...dayOf(term, row.until, law.calendars.COMPANY, now) };
  });
  return (await Promise.all(own)).toSorted((a, b) => a.notifyBy.localeCompare(b.notifyBy));
}

/** The last day to notify, which is that of the silence at the latest, and the working days left until it. */
function dayOf(term: string | undefined, until: string, calendar: LegalCalendar, now: string) {
  const notifyBy = calendarDay(term && term < until ? term : until);
  return { notifyBy, workingDays: workingDaysUntil(limaDay(now), notifyBy, calendar) };
}

/**
 * Returns the row of a claim; none if its decision is not to be dispatched, or time alone has moved the claim since.
 */
function rowOf({ tenant }: VisitDeps, head: StoredHead, now: string): readonly Row[] {
  const { claimId, code, version, claimantName, filedOn, risk } = head;
  const [step] = caseHeadAt(head, now).steps;
  const today = limaDay(now);
  const reason = dispatchReason(risk, today);
  if (!reason || !risk || !step || !allowedEvents(step.state).includes("resolution-dispatched")) return [];
  const { COMPANY } = claimLaw(tenant, calendarDay(filedOn)).calendars;
  const { lastDay: until } = risk;
  return [{ claimId, code, version, claimantName, reason, ...dayOf(step.dueOn, until, COMPANY, now), until }];
}
