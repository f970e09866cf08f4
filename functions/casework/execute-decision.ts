import { executeDecision as route } from "../../shared/contract/decision-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/** Records that the decision was carried out, with what was done. */
export const executeDecision = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, ({ now }) =>
      ok({ entries: [{ type: "executed", effectiveAt: now, by: request.caller, details: request.body }] }),
    ),
  );
