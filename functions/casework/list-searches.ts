import { refused } from "../../shared/contract/refusals.ts";
import { listSearches as route } from "../../shared/contract/work-list-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { cursorOf, readCursor } from "../runtime/cursor.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

const isPosition = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z#[\w=-]{1,80}$/.test(text);

/**
 * Answers a page of the searches that staff made in a month (`YYYY-MM`), newest first: who searched when, how and why,
 * and what was shown. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listSearches = ({ searchLog, staffRegister, tenant }: CaseworkDeps) =>
  serve(route, async ({ now, query: { month, limit, cursor } }) => {
    const before = cursor && readCursor(cursor);
    if (before !== undefined && !isPosition(before)) return refused("malformed-cursor");
    const office = tenant.office.code.value;
    const [searches, staff] = await Promise.all([
      searchLog.list(office, month, limit, before),
      staffRegister.recent(office, now),
    ]);
    const last = searches.at(-1);
    return ok({
      searches: searches.map(({ at, by, how, reason, shown }) => ({
        ...{ at, name: staff.find(({ sub }) => sub === by)?.name, how, reason },
        shown: [...shown],
      })),
      ...(last && searches.length === limit && { cursor: cursorOf(`${last.at}#${last.requestId}`) }),
    });
  });
