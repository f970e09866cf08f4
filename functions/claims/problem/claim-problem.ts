import { claimOfProblem, ownProblem } from "../../../shared/casework/problem/problems.ts";
import { claimProblem as route } from "../../../shared/contract/problem/problem-routes.ts";
import type { Problem } from "../../../shared/domain/problem/problem.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
/**
 * Files the claim about a customer's unsolved problem, by web, and answers its cargo. Its grounds are what the customer
 * wrote in the request for attention, each dispute, and now. Refuses `problem-not-found` if the request is not theirs;
 * `not-now` if the problem is solved, a claim already, in its time, or has no time by law; `upload-not-found` if an
 * upload is not theirs; `write-key-used` if the key filed another claim; `busy` after eight attempts.
 */
export const claimProblem = (deps: ClaimDeps) =>
  serve(route, (request) => {
    const { params, body, caller } = request;
    const find = () => ownProblem(deps, caller.sub, params.problemId);
    return claimOfProblem(deps, find, request, {
      channel: "web",
      groundsOf: (problem) => [...writtenIn(problem), body.grounds].filter((part) => part).join("\n\n"),
      uploadIds: body.uploadIds,
    });
  });

/** Returns what the customer wrote of a problem: in the request, and each time they said that it was not solved. */
function writtenIn({ description, entries }: Problem): readonly string[] {
  return [description, ...entries.flatMap((entry) => (entry.type === "disputed" ? [entry.text] : []))];
}
