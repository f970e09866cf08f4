import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { ownerChange } from "../../../shared/casework/work/hand-over.ts";
import { changeOwner as route } from "../../../shared/contract/work/staff-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Records `owner-changed`, which gives a claim to the staff member `to`, for a reason. Writes nothing if the claim is
 * theirs already. Refuses `not-now` if the claim is over, or if `to` is not in the register, off duty or in no role
 * that owns claims (analyst, conciliator, resolver). Answers the case. Also refuses `version-stale`, `write-key-used`
 * and `busy` (`editCase`).
 */
export const changeOwner = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      const { to, reason } = request.body;
      const staff = await deps.staffRegister.list(at.file.head.office);
      const person = staff.find(({ sub }) => sub === to);
      return ownerChange(deps, at, person, { by: request.caller, reason });
    }),
  );
