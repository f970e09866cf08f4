import { refused } from "../../../shared/contract/refusals.ts";
import { admitSupervisor as route } from "../../../shared/contract/register/report-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { addDays } from "../../../shared/domain/term/calendar-day.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";
import { supervisorView } from "./supervisor-view.ts";

/**
 * Gives an external supervisor access from day `from` through day `until`. Only the access entered last can be in
 * force, so entering another ends it. Refuses `access-too-long` if `until` is before `from` or more than the configured
 * days after it; `supervisor-is-staff` if the account has another role of the staff.
 */
export const admitSupervisor = ({ supervision, tenant }: ReportDeps) =>
  serve(route, async ({ params: { sub }, body: { name, from, until, letter }, caller, now }) => {
    const office = tenant.office.code.value;
    const most = tenant.reports.supervisorDays.value;
    if (until < from) return refused("access-too-long", { detail: "El último día es anterior al primero." });
    if (until > addDays(from, most))
      return refused("access-too-long", { detail: `Un acceso dura como máximo ${most} días: da otro cuando termine.` });
    const access = { from, until, letter, by: caller.sub, at: now };
    if (!(await supervision.grant(office, { sub, name }, access))) return refused("supervisor-is-staff");
    const known = await supervision.find(office, sub);
    return ok(supervisorView(known ?? { sub, name, accesses: [access] }, now));
  });
