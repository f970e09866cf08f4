import { remedyDecision } from "../../shared/casework/claimant-acts.ts";
import { takeRemedy as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { writerOf } from "./presented-act.ts";
/**
 * Records `remedied`, a claimant's answer to an observation, written down by staff. It takes effect when it was handed
 * in, or now if nothing was. Refuses `upload-not-found` if an upload is not the caller's. If the claimant handed
 * something in, also refuses `submission-not-found` if there is no such submission, and `not-now` if it cannot be this
 * act (`broughtAct`). Refuses `not-now` if the claim is not observed.
 */
export const takeRemedy = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(deps, request, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "remedy");
      return writer.ok ? remedyDecision(deps, writer.value, at, body) : writer;
    });
  });
