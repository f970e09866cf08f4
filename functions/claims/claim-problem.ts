import { claimOfProblem, ownProblem } from "../../shared/casework/problems.ts";
import { claimProblem as route } from "../../shared/contract/problem-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/** Claims for a problem of the customer's that was not solved in its time. */
export const claimProblem = (deps: ClaimDeps) =>
  serve(route, (request) => {
    const { params, body, caller } = request;
    const find = () => ownProblem(deps, caller.sub, params.problemId);
    return claimOfProblem(deps, find, request, { channel: "web", ...body });
  });
