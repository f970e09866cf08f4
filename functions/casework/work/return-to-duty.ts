import { refused } from "../../../shared/contract/refusals.ts";
import { returnToDuty as route } from "../../../shared/contract/work/staff-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/** Puts a member of staff on duty. Refuses `person-not-found` if the register does not have them. */
export const returnToDuty = ({ staffRegister, tenant }: CaseworkDeps) =>
  serve(route, async ({ params: { sub } }) => {
    const isKnown = await staffRegister.setDuty(tenant.office.code.value, sub, true);
    return isKnown ? ok(undefined) : refused("person-not-found");
  });
