import { problemView } from "../../shared/casework/problem-view.ts";
import { ownProblem, writeEntry } from "../../shared/casework/problems.ts";
import { disputeSolution as route } from "../../shared/contract/problem-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Records a `disputed` entry: the customer says that their problem, which the company reported as solved, is not.
 * Answers the request for attention. Refuses `problem-not-found`; `not-now` if the request is not `solved` or has 100
 * entries; `write-key-used`; `busy`.
 */
export const disputeSolution = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { params, body, caller, now } = request;
    const find = () => ownProblem(deps, caller.sub, params.problemId);
    const entry = { type: "disputed", at: now, by: caller, text: body.text } as const;
    const written = await writeEntry(deps, find, request, "dispute", entry);
    return written.ok ? ok(await problemView(deps, written.value, caller, now)) : written;
  });
