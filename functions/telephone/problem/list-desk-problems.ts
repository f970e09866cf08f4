import { deskProblemView } from "../../../shared/casework/problem/problem-view.ts";
import type { ProblemDeps } from "../../../shared/casework/problem/problems.ts";
import { listDeskProblems as route } from "../../../shared/contract/problem/desk-problem-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { cursorAfter, positionIn } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";

/**
 * Answers a page of the requests for attention (Formato 1) that the office still has to act on, by the end of their
 * time, the earliest first; those without one come last. Only a full page has a cursor, and the page after it may be
 * empty. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listDeskProblems = (deps: ProblemDeps) =>
  serve(route, async ({ query: { limit, cursor }, caller, now }) => {
    const after = positionIn(cursor, /^(?:[0-9TZ:.-]{1,30}#)?[0-9a-z]{1,60}$/);
    if (!after.ok) return after;
    const found = await deps.problems.waiting(deps.tenant.office.code.value, limit, after.value);
    return ok({
      problems: await Promise.all(found.map((problem) => deskProblemView(deps, problem, caller, now))),
      ...cursorAfter(found, limit, ({ place }) => place),
    });
  });
