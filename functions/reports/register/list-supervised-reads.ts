import { listSupervisedReads as route } from "../../../shared/contract/register/report-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { cursorAfter, positionIn, requestForm } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";

/**
 * Answers a page of what external supervisors asked to see in a month, newest first. Only a full page has a cursor.
 * Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listSupervisedReads = ({ supervision, tenant }: ReportDeps) =>
  serve(route, async ({ query: { month, limit, cursor } }) => {
    const before = positionIn(cursor, requestForm);
    if (!before.ok) return before;
    const reads = await supervision.reads(tenant.office.code.value, month, limit, before.value);
    return ok({
      reads: reads.map(({ at, name, route: of, asked }) => ({ at, name, route: of, asked })),
      ...cursorAfter(reads, limit, ({ at, requestId }) => `${at}#${requestId}`),
    });
  });
