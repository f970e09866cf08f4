import { ownProblem, problemView } from "../../shared/casework/problems.ts";
import { showProblem as route } from "../../shared/contract/problem-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** One request for attention of the customer's. */
export const showProblem = (desk: ClaimDesk) =>
  serve(route, async ({ params, caller, now }) => {
    const found = await ownProblem(desk, caller.sub, params.problemId);
    return found.ok ? ok(await problemView(desk, found.value, caller, now)) : found;
  });
