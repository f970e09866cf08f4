import { executeDecision as route } from "../../shared/contract/decision-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records `executed`: the decision was carried out now, with what was done. Refuses `not-now` if the claim's state has
 * nothing to carry out, or if a silence has no certificate yet. Also refuses as `editCase` does: stale version, used
 * key, busy.
 */
export const executeDecision = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, ({ now }) =>
      ok({ entries: [{ type: "executed", effectiveAt: now, by: request.caller, details: request.body }] }),
    ),
  );
