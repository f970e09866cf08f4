import { anyProblem, claimOfProblem, type ProblemDeps } from "../../../shared/casework/problem/problems.ts";
import { promoteProblem as route } from "../../../shared/contract/problem/desk-problem-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
/**
 * Files the claim about a problem that was not solved. Answers its cargo without the claim's key, which the claimant
 * receives by message. Refuses `problem-not-found` if there is no such request for attention; `not-now` if the problem
 * is solved, is a claim already, or is still within its time; `upload-not-found` if an upload is not the caller's;
 * `write-key-used` if the key filed another claim; `busy` if other writes come first in every attempt.
 */
export const promoteProblem = (deps: ProblemDeps) =>
  serve(route, async (request) => {
    const { params, body } = request;
    const { grounds, ...said } = body;
    const promotion = { ...said, groundsOf: () => grounds };
    const filed = await claimOfProblem(deps, () => anyProblem(deps, params.problemId), request, promotion);
    if (!filed.ok) return filed;
    const { claimKey: _, ...cargo } = filed.value;
    return ok(cargo);
  });
