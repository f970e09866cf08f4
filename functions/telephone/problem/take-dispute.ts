import { wholeDeskProblemView } from "../../../shared/casework/problem/problem-view.ts";
import { anyProblem, type ProblemDeps, writeEntry } from "../../../shared/casework/problem/problems.ts";
import { takeDispute as route } from "../../../shared/contract/problem/desk-problem-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";

/**
 * Records `disputed` in a request for attention: its applicant says to staff that the problem is not solved, though the
 * office recorded it as solved. Answers the request as staff see it. Refuses `problem-not-found` if there is no such
 * request; `not-now` if its state is not `solved` or it has 100 entries; `write-key-used` if the key was used for other
 * content; `busy` if other writes come first in every attempt.
 */
export const takeDispute = (deps: ProblemDeps) =>
  serve(route, async (request) => {
    const { params, body, caller, now } = request;
    const entry = { type: "disputed", at: now, by: caller, text: body.text } as const;
    const written = await writeEntry(deps, () => anyProblem(deps, params.problemId), request, "dispute", entry);
    return written.ok ? ok(await wholeDeskProblemView(deps, written.value, caller, now)) : written;
  });
