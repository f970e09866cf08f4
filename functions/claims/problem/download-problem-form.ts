import { problemFormLink } from "../../../shared/casework/problem/problem-view.ts";
import { ownProblem } from "../../../shared/casework/problem/problems.ts";
import { downloadProblemForm as route } from "../../../shared/contract/problem/problem-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers an address to download the form of a customer's request for attention. Refuses `problem-not-found` if there
 * is no such request or it is not theirs; `document-not-ready` if the form is not made yet.
 */
export const downloadProblemForm = (deps: ClaimDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const found = await ownProblem(deps, caller.sub, params.problemId);
    return found.ok ? problemFormLink(deps, found.value, now) : found;
  });
