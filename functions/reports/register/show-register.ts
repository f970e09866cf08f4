import { showRegister as route } from "../../../shared/contract/register/report-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";
import { registerView } from "./register-view.ts";

/**
 * Answers the registers of a month: whether they were made, as of when, and how much of the month was read. Answers the
 * month alone if nobody asked for its registers yet.
 */
export const showRegister = ({ builds, tenant }: ReportDeps) =>
  serve(route, async ({ query: { month } }) =>
    ok(registerView(month, await builds.find(tenant.office.code.value, month))),
  );
