import { addStaff as route } from "../../shared/contract/access-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { accessRefusal } from "../../shared/domain/staff-access.ts";
import { serve } from "../runtime/serve.ts";
import type { AccessDeps } from "./access-deps.ts";
import { changeAccess } from "./change-access.ts";

/**
 * Gives somebody access to the desk, or gives it back to somebody who lost it. Refuses `person-exists` if the address belongs to somebody
 * who has access under another name or with other roles; the same call again is accepted. Refuses `not-yours-to-give`, before making an
 * account, if the caller may not give these roles; `busy` if another change was made at the same time.
 */
export const addStaff = (deps: AccessDeps) =>
  serve(route, async ({ caller, now, body: { name, extension, email, document, roles, reason } }) => {
    const staff = await deps.staffRegister.list(deps.tenant.office.code.value);
    const newcomer = { sub: "", roles: [], openClaims: 0 };
    const refusal = accessRefusal(caller, newcomer, roles, staff);
    if (refusal === "not-yours-to-give") return refused(refusal);
    const sub = await deps.staffAccounts.open(email);
    const known = staff.find((one) => one.sub === sub);
    const isSame = known?.name === name && known.roles.every((role) => roles.some((one) => one === role));
    if (known && known.roles.length > 0 && !(isSame && known.roles.length === roles.length))
      return refused("person-exists");
    const record = { sub, name, extension, document, roles: [], onDuty: true, openClaims: known?.openClaims ?? 0 };
    return changeAccess(deps, record, { by: caller, roles, reason, now });
  });
