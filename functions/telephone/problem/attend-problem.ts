import { wholeDeskProblemView } from "../../../shared/casework/problem/problem-view.ts";
import type { ProblemDeps } from "../../../shared/casework/problem/problems.ts";
import { anyProblem, writeEntry } from "../../../shared/casework/problem/problems.ts";
import { attendProblem as route } from "../../../shared/contract/problem/desk-problem-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";

/**
 * Records an `attended` entry in a request for attention: what was done, and whether that solved the problem. Answers
 * the request as staff see it. Refuses `problem-not-found` if there is no such request; `not-now` if it is solved,
 * became a claim or has 100 entries; `write-key-used` if the key was used for other content; `busy` if other writes
 * come first in every attempt.
 */
export const attendProblem = (deps: ProblemDeps) =>
  serve(route, async (request) => {
    const { params, body, caller, now } = request;
    const entry = { type: "attended", at: now, by: caller, ...body } as const;
    const written = await writeEntry(deps, () => anyProblem(deps, params.problemId), request, "attend", entry);
    return written.ok ? ok(await wholeDeskProblemView(deps, written.value, caller, now)) : written;
  });
