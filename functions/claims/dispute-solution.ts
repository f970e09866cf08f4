import { problemView } from "../../shared/casework/problem-view.ts";
import { ownProblem, writeEntry } from "../../shared/casework/problems.ts";
import { disputeSolution as route } from "../../shared/contract/problem-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Records the customer's words that their problem, which the company reported as solved, is not; answers the request
 * for attention. Refuses `problem-not-found` and as `writeEntry` does.
 */
export const disputeSolution = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { params, body, caller, now } = request;
    const find = () => ownProblem(deps, caller.sub, params.problemId);
    const entry = { type: "disputed", at: now, by: caller, text: body.text } as const;
    const written = await writeEntry(deps, find, request, "dispute", entry);
    return written.ok ? ok(await problemView(deps, written.value, caller, now)) : written;
  });
