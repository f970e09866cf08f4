import { claimOfProblem, ownProblem } from "../../shared/casework/problems.ts";
import { claimProblem as route } from "../../shared/contract/problem-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";
/**
 * Files the claim of a customer's problem that was not solved in its time, by web. Refuses as `claimOfProblem` does.
 */
export const claimProblem = (deps: ClaimDeps) =>
  serve(route, (request) => {
    const { params, body, caller } = request;
    const find = () => ownProblem(deps, caller.sub, params.problemId);
    return claimOfProblem(deps, find, request, { channel: "web", ...body });
  });
