import { refused } from "../../../shared/contract/refusals.ts";
import { endAccess as route } from "../../../shared/contract/work/access-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { AccessDeps } from "../access-deps.ts";
import { changeAccess } from "../change-access.ts";

/**
 * Takes all roles from a person, in the staff register and at the sign-in, and closes their account. Refuses
 * `person-not-found` if the register lacks the person; `own-access` if they are the caller; `not-yours-to-give` if they
 * are an external supervisor, or an administrator and the caller is not; `still-owns-work` if they own open claims;
 * `last-manager` if no manager would be left; `busy` if another change of access was made at the same time.
 */
export const endAccess = (deps: AccessDeps) =>
  serve(route, async ({ caller, now, params: { sub }, body: { reason } }) => {
    const person = (await deps.staffRegister.list(deps.tenant.office.code.value)).find((one) => one.sub === sub);
    return person ? changeAccess(deps, person, { by: caller, roles: [], reason, now }) : refused("person-not-found");
  });
