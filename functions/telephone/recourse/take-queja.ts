import { caseAnswer } from "../../../shared/casework/case/edit-case.ts";
import { record } from "../../../shared/casework/case/record.ts";
import { quejaDecision } from "../../../shared/casework/claim/claimant-acts.ts";
import { filedQueja } from "../../../shared/casework/recourse/quejas.ts";
import { takeQueja as route } from "../../../shared/contract/counter/act-on-behalf-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { writerOf } from "../counter/presented-act.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";
/**
 * Files a queja that a claimant brings to staff, in the claim and at the document desk, effective when it was handed
 * in, or now. Answers the queja's number and the case. Refuses `not-now` if the claim had five quejas today;
 * `upload-not-found` if an upload is not the caller's. Refuses what was handed in as `writerOf` does. Also refuses
 * `claim-not-found`, `write-key-used` and `busy` (`record`).
 */
export const takeQueja = (deps: TelephoneDeps) =>
  serve(route, async ({ body, caller, params, now, write }) => {
    const recorded = await record(deps, { claimId: params.claimId, now, write }, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "queja");
      return writer.ok ? quejaDecision(deps, writer.value, at, body) : writer;
    });
    if (!recorded.ok) return recorded;
    return ok({ ...filedQueja(recorded.value), claim: await caseAnswer(deps, recorded.value, caller) });
  });
