import { deskProblemView } from "../../shared/casework/problem-view.ts";
import type { ProblemDeps } from "../../shared/casework/problems.ts";
import { listDeskProblems as route } from "../../shared/contract/desk-problem-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { cursorOf, readCursor } from "../runtime/cursor.ts";
import { serve } from "../runtime/serve.ts";

const isPlace = (text: string): boolean => /^(?:[0-9TZ:.-]{1,30}#)?[0-9a-z]{1,60}$/.test(text);

/**
 * Answers a page of the requests for attention (Formato 1) that the office still has to act on, by the end of their
 * time, the earliest first; those without one come last. Only a full page has a cursor, and the page after it may be
 * empty. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listDeskProblems = (deps: ProblemDeps) =>
  serve(route, async ({ query: { limit, cursor }, caller, now }) => {
    const after = cursor && readCursor(cursor);
    if (after !== undefined && !isPlace(after)) return refused("malformed-cursor");
    const found = await deps.problems.waiting(deps.tenant.office.code.value, limit, after);
    const last = found.at(-1);
    return ok({
      problems: await Promise.all(found.map((problem) => deskProblemView(deps, problem, caller, now))),
      ...(last && found.length === limit && { cursor: cursorOf(last.place) }),
    });
  });
