import { changeRoles as route } from "../../shared/contract/access-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { serve } from "../runtime/serve.ts";
import type { AccessDeps } from "./access-deps.ts";
import { changeAccess } from "./change-access.ts";

/** Gives and takes roles. Refuses `person-not-found` if the register does not have the person; else as `changeAccess`. */
export const changeRoles = (deps: AccessDeps) =>
  serve(route, async ({ caller, now, params: { sub }, body: { roles, reason } }) => {
    const person = (await deps.staffRegister.list(deps.tenant.office.code.value)).find((one) => one.sub === sub);
    return person ? changeAccess(deps, person, { by: caller, roles, reason, now }) : refused("person-not-found");
  });
