import { knowObservation as route } from "../../../shared/contract/claim/claim-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";

/**
 * Records `defect-notified` as a tacit notification (digest 5.6): the claimant says that they know what is missing, and
 * their term to correct it starts now. Refuses `not-now` if the claim is not `observed` or a `defect-notified` was
 * recorded before. Answers the claim. Also refuses `claim-not-found`, `write-key-used` and `busy`
 * (`recordInCallersClaim`).
 */
export const knowObservation = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const recorded = await recordInCallersClaim(deps, request, ({ file: { events }, now: effectiveAt }) => {
      if (lastEntry(events, "defect-notified"))
        return refused("not-now", {
          detail: "Ya consta que lo sabes, y desde cuándo. Mira en tu reclamo hasta qué día puedes corregirlo.",
        });
      const by = { kind: "system", name: "claims" } as const;
      return ok({ entries: [{ type: "defect-notified", effectiveAt, by, details: { how: "tacit-notification" } }] });
    });
    return recorded.ok ? ok(viewFor(recorded.value, request.caller, deps.tenant)) : recorded;
  });
