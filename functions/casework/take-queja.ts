import { quejaDecision } from "../../shared/casework/claimant-acts.ts";
import { filedQueja } from "../../shared/casework/quejas.ts";
import { record } from "../../shared/casework/record.ts";
import { takeQueja as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { caseAnswer } from "./edit-case.ts";
import { writerOf } from "./presented-act.ts";
/**
 * Files a queja, written down by staff, in the claim and at the document desk; effective when handed in, else now.
 * Answers its number and the case after it; takes any version. Refuses `not-now` after five quejas of the claim in a
 * day; `upload-not-found`. For what was handed in, refuses as `writerOf` does.
 */
export const takeQueja = (deps: CaseworkDeps) =>
  serve(route, async ({ body, caller, params, now, write }) => {
    const recorded = await record(deps, { claimId: params.claimId, now, write }, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "queja");
      return writer.ok ? quejaDecision(deps, writer.value, at, body) : writer;
    });
    if (!recorded.ok) return recorded;
    return ok({ ...filedQueja(recorded.value), claim: await caseAnswer(deps, recorded.value, caller) });
  });
