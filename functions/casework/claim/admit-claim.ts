import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { admitClaim as route } from "../../../shared/contract/claim/admission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Records `claim-accepted` or, if `outcome` says so, `dismissal-proposed` with its ground and reason; a resolution
 * decides the dismissal later. Refuses `not-now` unless the claim's state is `filed`. Throws `RangeError` if a
 * dismissal has no ground, which the route's schema excludes. Answers the case. Also refuses `version-stale`,
 * `write-key-used` and `busy` (`editCase`).
 */
export const admitClaim = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, ({ now: effectiveAt }) => {
      const { caller: by, body } = request;
      const { outcome, ground, reason } = body;
      if (outcome === "accepted") return ok({ entries: [{ type: "claim-accepted", effectiveAt, by, details: {} }] });
      if (!ground) throw new RangeError("a dismissal without its ground");
      return ok({ entries: [{ type: "dismissal-proposed", effectiveAt, by, ground, details: { reason } }] });
    }),
  );
