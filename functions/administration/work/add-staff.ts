import { refused } from "../../../shared/contract/refusals.ts";
import { addStaff as route } from "../../../shared/contract/work/access-routes.ts";
import { accessRefusal } from "../../../shared/domain/work/staff-access.ts";
import { serve } from "../../runtime/serve.ts";
import type { AccessDeps } from "../access-deps.ts";
import { changeAccess } from "../change-access.ts";

/**
 * Gives a person access to the desk: opens the account of their e-mail and records their roles. If they have access
 * with this name and these roles, only stores extension and document. Refuses `not-yours-to-give`, before opening an
 * account, if `roles` has `administrator` and the caller's lack it; `person-exists` if the account has access under
 * another name or with other roles; `own-access` if it is the caller's; `busy` if another change comes first.
 */
export const addStaff = (deps: AccessDeps) =>
  serve(route, async ({ caller, now, body: { name, extension, email, document, roles, reason } }) => {
    const staff = await deps.staffRegister.list(deps.tenant.office.code.value);
    const newcomer = { sub: "", roles: [], openClaims: 0 };
    const refusal = accessRefusal(caller, newcomer, roles, staff);
    if (refusal === "not-yours-to-give") return refused(refusal);
    const sub = await deps.staffAccounts.open(email);
    const known = staff.find((one) => one.sub === sub);
    const active = known && known.roles.length > 0 ? known : undefined;
    const isSame =
      active?.name === name &&
      active.roles.length === roles.length &&
      active.roles.every((role) => roles.some((one) => one === role));
    if (active && !isSame) return refused("person-exists");
    const { onDuty = true, absentUntil } = active ?? {};
    const kept = { onDuty, absentUntil, openClaims: known?.openClaims ?? 0 };
    const record = { sub, name, extension, document: document ?? active?.document, roles: [], ...kept };
    return changeAccess(deps, record, { by: caller, roles, reason, now });
  });
