import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { executeDecision as route } from "../../../shared/contract/resolution/decision-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Records `executed`, effective now: the decision was carried out, with what was done. Refuses `not-now` unless the
 * claim's state is `conciliated`, `tribunal-decided`, `firm` or `in-execution`, or the claim was granted by a silence
 * that has its certificate. Answers the case. Also refuses `version-stale`, `write-key-used` and `busy` (`editCase`).
 */
export const executeDecision = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, ({ now }) =>
      ok({ entries: [{ type: "executed", effectiveAt: now, by: request.caller, details: request.body }] }),
    ),
  );
