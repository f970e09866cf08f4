import { caseHeadAt } from "../../../shared/casework/case/case-at.ts";
import { claimLaw } from "../../../shared/casework/case/claim-law.ts";
import { daysOf } from "../../../shared/casework/claim/claim-summary.ts";
import { listToDispatch as route } from "../../../shared/contract/notice/notice-routes.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import { allowedEvents } from "../../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { dispatchReason, mostDispatchedAtOnce } from "../../../shared/domain/delivery/dispatch-due.ts";
import { calendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../../../shared/storage/case/case-head.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

type Row = AnswerOf<typeof route>["claims"][number];

/** Heads read from the list at once, and how often at most: the list also has what is on its way. */
const page = 100;
const mostPages = 10;

/**
 * Answers the claims whose decision is to be dispatched (`dispatchReason`), what silence grants first on top, as their
 * last write left them: as many as one act takes, of the first 1,000 of the list `notification`. `more` is true if
 * there may be others.
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
    const claims = rows.slice(0, mostDispatchedAtOnce);
    return ok({ claims, most: mostDispatchedAtOnce, more: !isRead || claims.length < rows.length });
  });

/**
 * Returns the row of a claim; none if its decision is not to be dispatched, or time alone has moved the claim since.
 */
function rowOf({ tenant }: VisitDeps, head: StoredHead, now: string): readonly Row[] {
  const { claimId, code, version, claimantName, filedOn, risk } = head;
  const [step] = caseHeadAt(head, now).steps;
  const reason = dispatchReason(risk, limaDay(now));
  if (!reason || !step || !allowedEvents(step.state).includes("resolution-dispatched")) return [];
  const days = daysOf(head, claimLaw(tenant, calendarDay(filedOn)), now);
  return [{ claimId, code, version, claimantName, reason, days }];
}
