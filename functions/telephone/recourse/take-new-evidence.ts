import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { newEvidenceDecision } from "../../../shared/casework/claim/claimant-acts.ts";
import { takeNewEvidence as route } from "../../../shared/contract/counter/act-on-behalf-routes.ts";
import { serve } from "../../runtime/serve.ts";
import { writerOf } from "../counter/presented-act.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";
/**
 * Records `new-evidence-brought` for a claimant who brings new evidence to staff in a reconsideration, effective when
 * it was handed in, or now. Refuses `not-now` if there is new evidence already, if there is no attachment, or if the
 * check refused every attachment; `upload-not-found` if an upload is not the caller's. Refuses what was handed in as
 * `writerOf` does. Answers the case. Also refuses as `editCase`.
 */
export const takeNewEvidence = (deps: TelephoneDeps) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(deps, request, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "new-evidence");
      return writer.ok ? newEvidenceDecision(deps, writer.value, at, body) : writer;
    });
  });
