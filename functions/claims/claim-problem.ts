import { claimOfProblem, ownProblem } from "../../shared/casework/problems.ts";
import { claimProblem as route } from "../../shared/contract/problem-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";
/**
 * Files, by web, the claim of a customer's problem that was not solved in its time, and answers its cargo. Refuses
 * `problem-not-found`; `not-now` if the problem is solved, already a claim, still within its time, or has none by law;
 * `upload-not-found`; `write-key-used` and `busy` as `fileClaim` does.
 */
export const claimProblem = (deps: ClaimDeps) =>
  serve(route, (request) => {
    const { params, body, caller } = request;
    const find = () => ownProblem(deps, caller.sub, params.problemId);
    return claimOfProblem(deps, find, request, { channel: "web", ...body });
  });
