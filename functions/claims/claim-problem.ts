import { claimOfProblem, ownProblem } from "../../shared/casework/problems.ts";
import { claimProblem as route } from "../../shared/contract/problem-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** Claims for a problem of the customer's that was not solved in its time. */
export const claimProblem = (desk: ClaimDesk) =>
  serve(route, (request) => {
    const { params, body, caller } = request;
    const find = () => ownProblem(desk, caller.sub, params.problemId);
    return claimOfProblem(desk, find, request, { channel: "web", ...body });
  });
