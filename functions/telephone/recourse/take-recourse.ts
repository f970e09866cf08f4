import { caseAnswer } from "../../../shared/casework/case/edit-case.ts";
import { record } from "../../../shared/casework/case/record.ts";
import { filedRecourse } from "../../../shared/casework/recourse/filed-recourse.ts";
import { takeRecourse as route } from "../../../shared/contract/counter/act-on-behalf-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { confirmedDecision } from "../resolution/confirmed-decision.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";

/**
 * Files a recourse that its claimant confirmed, in the claim and at the document desk. Answers the recourse's number
 * and the case. If the confirmation or what was handed in is wrong, refuses `not-confirmed`, `submission-not-found` or
 * `not-now` (`confirmedDecision`). Refuses `not-now` also if the law allows no recourse now; `upload-not-found` if an
 * upload is not the caller's. Also refuses `claim-not-found`, `write-key-used` and `busy` (`record`).
 */
export const takeRecourse = (deps: TelephoneDeps) =>
  serve(route, async ({ body, caller, params, now, write }) => {
    const { came, confirmation, ...said } = body;
    const what = { act: "recourse", ...said } as const;
    const recorded = await record(deps, { claimId: params.claimId, now, write }, (at) =>
      confirmedDecision(deps, caller, at, { what, came, confirmation }),
    );
    if (!recorded.ok) return recorded;
    const claim = await caseAnswer(deps, recorded.value, caller);
    return ok({ ...filedRecourse(recorded.value), claim });
  });
