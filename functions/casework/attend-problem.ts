import { deskProblemView } from "../../shared/casework/problem-view.ts";
import type { ProblemDeps } from "../../shared/casework/problems.ts";
import { anyProblem, writeEntry } from "../../shared/casework/problems.ts";
import { attendProblem as route } from "../../shared/contract/desk-problem-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";

/**
 * Records in a request for attention what was done about it and whether that solved it, and answers the request as
 * staff see it. Refuses `problem-not-found`, and as `writeEntry` does.
 */
export const attendProblem = (deps: ProblemDeps) =>
  serve(route, async (request) => {
    const { params, body, caller, now } = request;
    const entry = { type: "attended", at: now, by: caller, ...body } as const;
    const written = await writeEntry(deps, () => anyProblem(deps, params.problemId), request, "attend", entry);
    return written.ok ? ok(await deskProblemView(deps, written.value, caller, now)) : written;
  });
