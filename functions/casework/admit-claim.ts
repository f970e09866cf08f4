import { admitClaim as route } from "../../shared/contract/admission-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records that the claim is accepted, or that its dismissal is proposed for a ground and a reason.
 * Throws `RangeError` for a dismissal without its ground, which the route's schema does not let through.
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
