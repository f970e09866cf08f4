import { reclassifyRecourse as route } from "../../shared/contract/recourse-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records that the recourse under way is of the other kind than its label says, and goes on as that (digest 1.5, 3.7).
 * Refuses as `editCase` does: `not-now` if it already is of that kind; as an appeal, while a draft is frozen; as a
 * reconsideration, if there was one before or the appeal brought no new evidence.
 */
export const reclassifyRecourse = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, ({ now }) => {
      const { as, reason } = request.body;
      return ok({
        entries: [{ type: "recourse-reclassified", effectiveAt: now, by: request.caller, as, details: { reason } }],
      });
    }),
  );
