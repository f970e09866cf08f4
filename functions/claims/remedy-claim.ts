import { newEvidenceDecision, remedyDecision } from "../../shared/casework/claimant-acts.ts";
import { remedyClaim as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** Answers an observation, with the papers it asked for; of a reconsideration, brings what it came without. */
export const remedyClaim = (desk: ClaimDesk) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(desk, request, (at) => {
      const decide = at.claim.state === "in-reconsideration" ? newEvidenceDecision : remedyDecision;
      return decide(desk, { by: caller }, at, body);
    });
    return recorded.ok ? ok(viewFor(recorded.value, caller, desk.tenant)) : recorded;
  });
