import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { delivererChange } from "../../../shared/casework/work/hand-over.ts";
import { changeDeliverer as route } from "../../../shared/contract/work/staff-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Gives the handing over of a decision to the inspector `to`. Refuses `notice-not-found` if the case waits for no
 * delivery of that notice; `not-now` if `to` is no inspector on duty. Answers the case. Also refuses `version-stale`,
 * `write-key-used` and `busy` (`editCase`).
 */
export const changeDeliverer = (deps: CaseworkDeps) =>
  serve(route, async (request) => {
    const { params, body, caller: by } = request;
    const staff = await deps.staffRegister.list(deps.tenant.office.code.value);
    const to = staff.find(({ sub }) => sub === body.to);
    const change = { noticeId: params.noticeId, to };
    return editCase(deps, request, (at) => delivererChange(at, change, { by, reason: body.reason }));
  });
