import { executeDecision as route } from "../../shared/contract/decision-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records `executed`: the decision was carried out now, with what was done. Refuses as `editCase` does: `not-now` if
 * the claim's state has nothing to carry out.
 */
export const executeDecision = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, ({ now }) =>
      ok({ entries: [{ type: "executed", effectiveAt: now, by: request.caller, details: request.body }] }),
    ),
  );
