import { problemFormLink } from "../../../shared/casework/problem/problem-view.ts";
import { anyProblem, type ProblemDeps } from "../../../shared/casework/problem/problems.ts";
import { downloadDeskProblemForm as route } from "../../../shared/contract/problem/desk-problem-routes.ts";
import { serve } from "../../runtime/serve.ts";

/**
 * Answers an address for staff to download the form of a request for attention. Refuses `problem-not-found` if there is
 * no such request; `document-not-ready` if the form is not made yet.
 */
export const downloadDeskProblemForm = (deps: ProblemDeps) =>
  serve(route, async ({ params, now }) => {
    const found = await anyProblem(deps, params.problemId);
    return found.ok ? problemFormLink(deps, found.value, now) : found;
  });
