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
 * Files the queja of a claimant who telephones or comes, or one they handed in, which counts from the day of that.
 * Answers its number and the case as it stands then. Refuses as `writerOf` and `quejaDecision` do. It states no
 * version.
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
