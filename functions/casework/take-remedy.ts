import { remedyDecision } from "../../shared/casework/claimant-acts.ts";
import { takeRemedy as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { writerOf } from "./presented-act.ts";
/**
 * Records `remedied`, a claimant's answer to an observation, written down by staff; effective when handed in, else now.
 * Refuses `upload-not-found`; for what was handed in, `submission-not-found` and `not-now` too, as `writerOf` does.
 */
export const takeRemedy = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(deps, request, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "remedy");
      return writer.ok ? remedyDecision(deps, writer.value, at, body) : writer;
    });
  });
