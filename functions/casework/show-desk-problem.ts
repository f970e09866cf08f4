import type { ProblemDesk } from "../../shared/casework/problems.ts";
import { anyProblem, deskProblemView } from "../../shared/casework/problems.ts";
import { showDeskProblem as route } from "../../shared/contract/desk-problem-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";

/** One request for attention as staff see it. */
export const showDeskProblem = (desk: ProblemDesk) =>
  serve(route, async ({ params, caller, now }) => {
    const found = await anyProblem(desk, params.problemId);
    return found.ok ? ok(await deskProblemView(desk, found.value, caller, now)) : found;
  });
