import { caseHeadAt } from "../../shared/casework/case-at.ts";
import { claimLaw } from "../../shared/casework/claim-law.ts";
import { isNobodys } from "../../shared/casework/pick-deliverer.ts";
import { listDeliveries as route } from "../../shared/contract/notice-routes.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { calendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { allowedEvents } from "../../shared/domain/claim-transitions.ts";
import { workingDaysUntil } from "../../shared/domain/due-dates.ts";
import { noticeTermDay } from "../../shared/domain/pending-delivery.ts";
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
      const [step] = caseHeadAt(head, now).steps;
      // Time alone may have moved the claim since its head was written.
      if (!delivery || !step || !allowedEvents(step.state).includes("resolution-notified")) return [];
      const inspector = isNobodys(delivery, staff) ? undefined : delivery.inspector;
      const isShown = seesAll || !inspector || inspector.sub === caller.sub;
      return isShown ? [rowOf(deps, head, { step, delivery: { ...delivery, inspector } }, now)] : [];
    });
    const inOrder = found.toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)));
    const shown = seesAll ? inOrder : inOrder.slice(0, most);
    return ok({ deliveries: shown, more: heads.length === mostRead || inOrder.length > shown.length });
  });

/** The last day to notify, by which rows are ordered: what is over comes first. */
const dayOf = ({ notifyBy = "9999-12-31" }: Row): string => notifyBy;

interface ToDo {
  /** How the claim stands now. */
  readonly step: StoredHead["steps"][number];
  readonly delivery: NonNullable<StoredHead["delivery"]>;
}

function rowOf(
  { tenant }: VisitDeps,
  { claimId, code, claimantName, filedOn }: StoredHead,
  { step, delivery: { inspector, until, ...delivery } }: ToDo,
  now: string,
): Row {
  const law = claimLaw(tenant, calendarDay(filedOn));
  const notifyBy = noticeTermDay(step, until, law);
  return {
    ...delivery,
    claimId,
    code,
    claimantName,
    inspector: inspector?.name,
    notifyBy,
    until,
    workingDays: notifyBy && workingDaysUntil(limaDay(now), notifyBy, law.calendars.COMPANY),
  };
}
