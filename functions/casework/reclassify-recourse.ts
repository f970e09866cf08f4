import { reclassifyRecourse as route } from "../../shared/contract/recourse-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/** Records that a recourse is decided as the kind it really is, whatever its label says (digest 1.5, 3.7). */
export const reclassifyRecourse = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, ({ now }) => {
      const { as, reason } = request.body;
      return ok({
        entries: [{ type: "recourse-reclassified", effectiveAt: now, by: request.caller, as, details: { reason } }],
      });
    }),
  );
