import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { inspectorChange } from "../../../shared/casework/work/hand-over.ts";
import { changeInspector as route } from "../../../shared/contract/work/staff-routes.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";
import { giveServedVisits } from "./give-visit.ts";

/**
 * Gives a visit to the inspector `to`, and with it the visits of other claims that this visit serves, each recorded in
 * its own case. Refuses `inspection-not-found` if the case has no such visit. Refuses `not-now` if the visit was
 * reported, its day is over, a visit of another claim serves it, or `to` is no inspector on duty. Answers the case.
 * Also refuses `version-stale`, `write-key-used` and `busy` (`editCase`).
 */
export const changeInspector = (deps: CaseworkDeps) =>
  serve(route, async (request) => {
    const { params, body, caller: by, now, write } = request;
    const staff = await deps.staffRegister.list(deps.tenant.office.code.value);
    const change = {
      inspectionId: params.inspectionId,
      to: staff.find(({ sub }) => sub === body.to),
      today: limaDay(now),
    };
    const handing = { by, reason: body.reason };
    const edited = await editCase(deps, request, (at) => inspectorChange(deps, at, change, handing));
    if (edited.ok) await giveServedVisits(deps, { ...change, claimId: params.claimId, handing, write, now });
    return edited;
  });
