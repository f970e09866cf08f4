import { newEvidenceDecision } from "../../shared/casework/claimant-acts.ts";
import { takeNewEvidence as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { writerOf } from "./presented-act.ts";
/**
 * Records `new-evidence-brought` for a reconsideration, written down by staff. It takes effect when it was handed in,
 * or now if nothing was. Refuses `not-now` if it has no attachment, or if the check refused every one;
 * `upload-not-found` if an upload is not the caller's. If the claimant handed something in, also refuses
 * `submission-not-found` if there is no such submission, and `not-now` if it cannot be this act (`broughtAct`).
 */
export const takeNewEvidence = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(deps, request, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "new-evidence");
      return writer.ok ? newEvidenceDecision(deps, writer.value, at, body) : writer;
    });
  });
