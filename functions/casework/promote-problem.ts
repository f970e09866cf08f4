import { anyProblem, claimOfProblem, type ProblemDeps } from "../../shared/casework/problems.ts";
import { promoteProblem as route } from "../../shared/contract/desk-problem-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
/**
 * Files the claim of a problem that was not solved, and answers its cargo without the claim's key: the claimant
 * receives the key by message, and staff never see it. Refuses `problem-not-found`; `not-now` if the problem is solved,
 * already a claim, or its time to be solved still runs; `upload-not-found`; `write-key-used` and `busy` as `fileClaim`
 * does.
 */
export const promoteProblem = (deps: ProblemDeps) =>
  serve(route, async (request) => {
    const { params, body } = request;
    const filed = await claimOfProblem(deps, () => anyProblem(deps, params.problemId), request, body);
    if (!filed.ok) return filed;
    const { claimKey: _, ...cargo } = filed.value;
    return ok(cargo);
  });
