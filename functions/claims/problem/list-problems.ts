import { problemView } from "../../../shared/casework/problem/problem-view.ts";
import { listProblems as route } from "../../../shared/contract/problem/problem-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { cursorAfter, idForm, positionIn } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers a page of the account's requests for attention, the last filed first. Only a full page has a cursor, and the
 * page after it may be empty. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listProblems = (deps: ClaimDeps) =>
  serve(route, async ({ query: { limit, cursor }, caller, now }) => {
    const before = positionIn(cursor, idForm);
    if (!before.ok) return before;
    const found = await deps.problems.ofAccount(caller.sub, limit, before.value);
    return ok({
      problems: await Promise.all(found.map((problem) => problemView(deps, problem, caller, now))),
      ...cursorAfter(found, limit, ({ problemId }) => problemId),
    });
  });
