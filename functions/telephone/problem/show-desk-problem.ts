import { wholeDeskProblemView } from "../../../shared/casework/problem/problem-view.ts";
import type { ProblemDeps } from "../../../shared/casework/problem/problems.ts";
import { anyProblem } from "../../../shared/casework/problem/problems.ts";
import { showDeskProblem as route } from "../../../shared/contract/problem/desk-problem-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";

/** Answers a request for attention as staff see it. Refuses `problem-not-found` if there is no such request. */
export const showDeskProblem = (deps: ProblemDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const found = await anyProblem(deps, params.problemId);
    return found.ok ? ok(await wholeDeskProblemView(deps, found.value, caller, now)) : found;
  });
