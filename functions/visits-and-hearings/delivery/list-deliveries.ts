import { caseHeadAt } from "../../../shared/casework/case/case-at.ts";
import { claimLaw } from "../../../shared/casework/case/claim-law.ts";
import { daysOf } from "../../../shared/casework/claim/claim-summary.ts";
import { isNobodys } from "../../../shared/casework/delivery/pick-deliverer.ts";
import { listDeliveries as route } from "../../../shared/contract/notice/notice-routes.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import { allowedEvents } from "../../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import type { StoredHead } from "../../../shared/storage/case/case-head.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

type Row = AnswerOf<typeof route>["deliveries"][number];

/** Deliveries that one person is shown at most: twice what all inspectors of the office walk in a day. */
const most = 80;

/** Deliveries of an office that are read at most, the first to fall into silence first. */
const mostRead = 400;

/**
 * Answers the decisions to be handed over at an address, what silence grants first on top: of up to
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
      const [step] = caseHeadAt(head, now).steps;
      // Time alone may have moved the claim since its head was written.
      if (!delivery || !step || !allowedEvents(step.state).includes("resolution-notified")) return [];
      const inspector = isNobodys(delivery, staff) ? undefined : delivery.inspector;
      const isShown = seesAll || !inspector || inspector.sub === caller.sub;
      return isShown ? [rowOf(deps, head, { ...delivery, inspector }, now)] : [];
    });
    const inOrder = found.toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)));
    const shown = seesAll ? inOrder : inOrder.slice(0, most);
    return ok({ deliveries: shown, more: heads.length === mostRead || inOrder.length > shown.length });
  });

/** The last day before silence, by which rows are ordered. */
const dayOf = ({ until = "9999-12-31" }: Row): string => until;

function rowOf(
  { tenant }: VisitDeps,
  head: StoredHead,
  { inspector, until, ...delivery }: NonNullable<StoredHead["delivery"]>,
  now: string,
): Row {
  const { claimId, code, claimantName, filedOn } = head;
  const days = daysOf(head, claimLaw(tenant, calendarDay(filedOn)), now);
  return {
    ...delivery,
    claimId,
    code,
    claimantName,
    inspector: inspector?.name,
    days,
    until: days.lostOn ?? until,
  };
}
