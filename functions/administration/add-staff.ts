import { addStaff as route } from "../../shared/contract/access-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { accessRefusal } from "../../shared/domain/staff-access.ts";
import { serve } from "../runtime/serve.ts";
import type { AccessDeps } from "./access-deps.ts";
import { changeAccess } from "./change-access.ts";

/**
 * Gives a person access to the desk: makes the account of their e-mail address and records their roles. A person who
 * lost their access gets it back. Refuses `not-yours-to-give`, before making an account, if `roles` has `administrator`
 * and the caller's roles do not. Refuses `person-exists` if the account already has access under another name or with
 * other roles; `own-access` if the account is the caller's; `busy` if another change of access was made at the same
 * time. The same call again answers the same.
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
