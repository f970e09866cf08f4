import { newEvidenceDecision } from "../../shared/casework/claimant-acts.ts";
import { takeNewEvidence as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { writerOf } from "./presented-act.ts";
/**
 * Records `new-evidence-brought` for a reconsideration, written down by staff; effective when handed in, else now.
 * Refuses `not-now` if it has no attachment, or only ones that their check refused; `upload-not-found`. For what was
 * handed in, refuses as `writerOf` does.
 */
export const takeNewEvidence = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(deps, request, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "new-evidence");
      return writer.ok ? newEvidenceDecision(deps, writer.value, at, body) : writer;
    });
  });
