import { refused } from "../../../shared/contract/refusals.ts";
import { changeRoles as route } from "../../../shared/contract/work/access-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { AccessDeps } from "../access-deps.ts";
import { changeAccess } from "../change-access.ts";

/**
 * Gives a person exactly the roles sent: in the staff register and at the sign-in, with who gave them and why. Refuses
 * `person-not-found` if the register lacks the person; `own-access` if the person is the caller; `not-yours-to-give` if
 * `administrator` is given or taken by somebody without that role, or the person is an external supervisor;
 * `last-manager` if no manager would be left; `busy` if another change of access was made at the same time.
 */
export const changeRoles = (deps: AccessDeps) =>
  serve(route, async ({ caller, now, params: { sub }, body: { roles, reason } }) => {
    const person = (await deps.staffRegister.list(deps.tenant.office.code.value)).find((one) => one.sub === sub);
    return person ? changeAccess(deps, person, { by: caller, roles, reason, now }) : refused("person-not-found");
  });
