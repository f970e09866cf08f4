import { wholeProblemView } from "../../../shared/casework/problem/problem-view.ts";
import { ownProblem } from "../../../shared/casework/problem/problems.ts";
import { showProblem as route } from "../../../shared/contract/problem/problem-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers a request for attention of the customer. Refuses `problem-not-found` if there is no such request or it is not
 * theirs.
 */
export const showProblem = (deps: ClaimDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const found = await ownProblem(deps, caller.sub, params.problemId);
    return found.ok ? ok(await wholeProblemView(deps, found.value, caller, now)) : found;
  });
