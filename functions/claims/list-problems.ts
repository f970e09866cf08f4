import { problemView } from "../../shared/casework/problem-view.ts";
import { listProblems as route } from "../../shared/contract/problem-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { cursorOf, readCursor } from "../runtime/cursor.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";

const isProblemId = (text: string): boolean => /^[0-9a-z]{1,60}$/.test(text);

/**
 * Answers a page of the account's requests for attention, the last filed first. Only a full page has a cursor, and the
 * page after it may be empty. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listProblems = (deps: ClaimDeps) =>
  serve(route, async ({ query: { limit, cursor }, caller, now }) => {
    const before = cursor && readCursor(cursor);
    if (before !== undefined && !isProblemId(before)) return refused("malformed-cursor");
    const found = await deps.problems.ofAccount(caller.sub, limit, before);
    const last = found.at(-1);
    return ok({
      problems: await Promise.all(found.map((problem) => problemView(deps, problem, caller, now))),
      ...(last && found.length === limit && { cursor: cursorOf(last.problemId) }),
    });
  });
