import { remedyDecision } from "../../shared/casework/claimant-acts.ts";
import { takeRemedy as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { writerOf } from "./presented-act.ts";
/**
 * Records a claimant's answer to an observation, written down by staff. Refuses as `writerOf` and `remedyDecision` do.
 */
export const takeRemedy = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(deps, request, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "remedy");
      return writer.ok ? remedyDecision(deps, writer.value, at, body) : writer;
    });
  });
