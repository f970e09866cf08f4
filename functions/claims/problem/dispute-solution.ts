import { wholeProblemView } from "../../../shared/casework/problem/problem-view.ts";
import { ownProblem, writeEntry } from "../../../shared/casework/problem/problems.ts";
import { disputeSolution as route } from "../../../shared/contract/problem/problem-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Records in a customer's request for attention, which the office recorded as solved, that the customer says it is not
 * (`disputed`). Answers the request. Refuses `problem-not-found` if there is no such request or it is not theirs;
 * `not-now` if its state is not `solved` or it has 100 entries; `write-key-used` if the key was used for other content;
 * `busy` if other writes come first in every attempt.
 */
export const disputeSolution = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { params, body, caller, now } = request;
    const find = () => ownProblem(deps, caller.sub, params.problemId);
    const entry = { type: "disputed", at: now, by: caller, text: body.text } as const;
    const written = await writeEntry(deps, find, request, "dispute", entry);
    return written.ok ? ok(await wholeProblemView(deps, written.value, caller, now)) : written;
  });
