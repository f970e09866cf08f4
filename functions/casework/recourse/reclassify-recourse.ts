import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { reclassifyRecourse as route } from "../../../shared/contract/recourse/recourse-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Records `recourse-reclassified`: the recourse under way goes on `as` the other kind, whatever the claimant called it
 * (digest 1.5, 3.7). Refuses `not-now` if no recourse is under way or it is of this kind already; as an appeal, if a
 * resolution waits for its signature; as a reconsideration, if the claim had one before or the appeal brought no new
 * evidence. Answers the case. Also refuses `version-stale`, `write-key-used` and `busy` (`editCase`).
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
