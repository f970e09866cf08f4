import { listSupervisors as route } from "../../../shared/contract/register/report-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";
import { supervisorView } from "./supervisor-view.ts";

/** Answers the external supervisors with their accesses, and the most days that an access may last. */
export const listSupervisors = ({ supervision, tenant }: ReportDeps) =>
  serve(route, async ({ now }) => {
    const supervisors = await supervision.list(tenant.office.code.value);
    return ok({
      supervisors: supervisors.map((one) => supervisorView(one, now)),
      mostDays: tenant.reports.supervisorDays.value,
    });
  });
