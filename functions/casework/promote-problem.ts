import { anyProblem, claimOfProblem, type ProblemDeps } from "../../shared/casework/problems.ts";
import { promoteProblem as route } from "../../shared/contract/desk-problem-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
/**
 * Files the claim of a problem that was not solved, and answers its cargo without the claim's key: the claimant
 * receives that by message, and staff never see it. Refuses as `claimOfProblem` does.
 */
export const promoteProblem = (deps: ProblemDeps) =>
  serve(route, async (request) => {
    const { params, body } = request;
    const filed = await claimOfProblem(deps, () => anyProblem(deps, params.problemId), request, body);
    if (!filed.ok) return filed;
    const { claimKey: _, ...cargo } = filed.value;
    return ok(cargo);
  });
