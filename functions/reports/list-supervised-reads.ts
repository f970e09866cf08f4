import { refused } from "../../shared/contract/refusals.ts";
import { listSupervisedReads as route } from "../../shared/contract/report-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { cursorOf, readCursor } from "../runtime/cursor.ts";
import { serve } from "../runtime/serve.ts";
import type { ReportDeps } from "./report-deps.ts";

const isPosition = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z#[\w=-]{1,80}$/.test(text);

/**
 * Answers a page of what external supervisors asked to see in a month, newest first. Only a full page has a cursor.
 * Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listSupervisedReads = ({ supervision, tenant }: ReportDeps) =>
  serve(route, async ({ query: { month, limit, cursor } }) => {
    const before = cursor && readCursor(cursor);
    if (before !== undefined && !isPosition(before)) return refused("malformed-cursor");
    const reads = await supervision.reads(tenant.office.code.value, month, limit, before);
    const last = reads.at(-1);
    return ok({
      reads: reads.map(({ at, name, route: of, asked }) => ({ at, name, route: of, asked })),
      ...(last && reads.length === limit && { cursor: cursorOf(`${last.at}#${last.requestId}`) }),
    });
  });
