import { ownProblem, problemFormLink } from "../../shared/casework/problems.ts";
import { downloadProblemForm as route } from "../../shared/contract/problem-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** An address to download the form of one of the customer's requests for attention, once it is made. */
export const downloadProblemForm = (desk: ClaimDesk) =>
  serve(route, async ({ params, caller, now }) => {
    const found = await ownProblem(desk, caller.sub, params.problemId);
    return found.ok ? problemFormLink(desk, found.value, now) : found;
  });
