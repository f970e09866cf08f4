import { caseHeadAt } from "../../shared/casework/case-at.ts";
import { claimLaw } from "../../shared/casework/claim-law.ts";
import { isNobodys } from "../../shared/casework/pick-deliverer.ts";
import { listDeliveries as route } from "../../shared/contract/notice-routes.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { calendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { allowedEvents } from "../../shared/domain/claim-transitions.ts";
import { workingDaysUntil } from "../../shared/domain/due-dates.ts";
import { ok } from "../../shared/domain/result.ts";
import type { StoredHead } from "../../shared/storage/case-head.ts";
import { serve } from "../runtime/serve.ts";
import type { VisitDeps } from "./visit-deps.ts";

type Row = AnswerOf<typeof route>["deliveries"][number];

/** Deliveries that one person is shown at most: twice what all inspectors of the office walk in a day. */
const most = 80;

/** Deliveries of an office that are read at most, the first to fall into silence first. */
const mostRead = 400;

/**
 * Answers the decisions to be handed over at an address, the one with the earliest last day to notify first: of up to
 * 400 of the office, the caller's and those that nobody on duty has, 80 at most; with `of=all`, for clerk and manager,
 * everybody's. Leaves out a decision whose delivery only waits for a second person to confirm it. `more` is true if
 * there may be others.
 */
export const listDeliveries = (deps: VisitDeps) =>
  serve(route, async ({ query: { of: whose }, caller, now }) => {
    const office = deps.tenant.office.code.value;
    const seesAll = whose === "all" && caller.roles.some((role) => role === "clerk" || role === "manager");
    const [heads, staff] = await Promise.all([
      deps.agenda.toHandOver(office, mostRead),
      deps.staffRegister.list(office),
    ]);
    const found = heads.flatMap((head) => {
      const { delivery } = head;
      if (!delivery || !isStillToDo(head, now)) return [];
      const inspector = isNobodys(delivery, staff) ? undefined : delivery.inspector;
      const isShown = seesAll || !inspector || inspector.sub === caller.sub;
      return isShown ? [rowOf(deps, head, { ...delivery, inspector }, now)] : [];
    });
    const shown = seesAll ? found : found.slice(0, most);
    return ok({ deliveries: shown, more: heads.length === mostRead || found.length > shown.length });
  });

/** Whether the claim takes the notification now: time alone may have moved it since its head was written. */
function isStillToDo(head: StoredHead, now: string): boolean {
  const [step] = caseHeadAt(head, now).steps;
  return step !== undefined && allowedEvents(step.state).includes("resolution-notified");
}

function rowOf(
  { tenant }: VisitDeps,
  { claimId, code, claimantName, filedOn }: StoredHead,
  { inspector, until, ...delivery }: NonNullable<StoredHead["delivery"]>,
  now: string,
): Row {
  const { calendars } = claimLaw(tenant, calendarDay(filedOn));
  return {
    ...delivery,
    claimId,
    code,
    claimantName,
    inspector: inspector?.name,
    until,
    workingDays: until && workingDaysUntil(limaDay(now), until, calendars.COMPANY),
  };
}
