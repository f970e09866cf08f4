import { changeRoles as route } from "../../shared/contract/access-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { serve } from "../runtime/serve.ts";
import type { AccessDeps } from "./access-deps.ts";
import { changeAccess } from "./change-access.ts";

/**
 * Sets a person's roles in the register and at the sign-in, and records who changed them and why. Refuses `person-not-found`;
 * `own-access`, `not-yours-to-give`, `last-manager` or `still-owns-work` as `accessRefusal` says; `busy` if another change was
 * made at once.
 */
export const changeRoles = (deps: AccessDeps) =>
  serve(route, async ({ caller, now, params: { sub }, body: { roles, reason } }) => {
    const person = (await deps.staffRegister.list(deps.tenant.office.code.value)).find((one) => one.sub === sub);
    return person ? changeAccess(deps, person, { by: caller, roles, reason, now }) : refused("person-not-found");
  });
