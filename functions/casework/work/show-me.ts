import { showMe as route } from "../../../shared/contract/work/staff-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/** Answers the name that the staff register has of the caller, if any, and how many open claims the caller owns. */
export const showMe = ({ staffRegister, tenant }: CaseworkDeps) =>
  serve(route, async ({ caller }) => {
    const me = (await staffRegister.list(tenant.office.code.value)).find(({ sub }) => sub === caller.sub);
    return ok({ name: me?.name, openClaims: me?.openClaims ?? 0 });
  });
