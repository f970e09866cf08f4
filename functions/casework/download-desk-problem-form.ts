import { anyProblem, type ProblemDesk, problemFormLink } from "../../shared/casework/problems.ts";
import { downloadDeskProblemForm as route } from "../../shared/contract/desk-problem-routes.ts";
import { serve } from "../runtime/serve.ts";

/** An address for staff to download or print the form of a request for attention, once it is made. */
export const downloadDeskProblemForm = (desk: ProblemDesk) =>
  serve(route, async ({ params, now }) => {
    const found = await anyProblem(desk, params.problemId);
    return found.ok ? problemFormLink(desk, found.value, now) : found;
  });
