import { listSearches as route } from "../../../shared/contract/work/work-list-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { cursorAfter, positionIn, requestForm } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Answers a page of the searches that staff made in a month (`YYYY-MM`), newest first: who searched when, how and why,
 * and what was shown. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listSearches = ({ searchLog, staffRegister, tenant }: CaseworkDeps) =>
  serve(route, async ({ now, query: { month, limit, cursor } }) => {
    const before = positionIn(cursor, requestForm);
    if (!before.ok) return before;
    const office = tenant.office.code.value;
    const [searches, staff] = await Promise.all([
      searchLog.list(office, month, limit, before.value),
      staffRegister.recent(office, now),
    ]);
    return ok({
      searches: searches.map(({ at, by, how, reason, shown }) => ({
        ...{ at, name: staff.find(({ sub }) => sub === by)?.name, how, reason },
        shown: [...shown],
      })),
      ...cursorAfter(searches, limit, ({ at, requestId }) => `${at}#${requestId}`),
    });
  });
