import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { remedyDecision } from "../../../shared/casework/claim/claimant-acts.ts";
import { takeRemedy as route } from "../../../shared/contract/counter/act-on-behalf-routes.ts";
import { serve } from "../../runtime/serve.ts";
import { writerOf } from "../counter/presented-act.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";
/**
 * Records `remedied` for a claimant who answers an observation through staff, as of when the answer was handed in, or
 * now. Refuses `not-now` if the claim was not observed or the answer came after its last day (T04); an answer in time
 * counts even if the claim is `not-filed` now. Refuses `upload-not-found` if an upload is not the caller's, and what
 * was handed in as `writerOf` does. Answers the case. Also refuses as `editCase`.
 */
export const takeRemedy = (deps: TelephoneDeps) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(deps, request, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "remedy");
      return writer.ok ? remedyDecision(deps, writer.value, at, body) : writer;
    });
  });
