import { newEvidenceDecision } from "../../shared/casework/claimant-acts.ts";
import { bringNewEvidence as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** Brings what a reconsideration came without. */
export const bringNewEvidence = (desk: ClaimDesk) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(desk, request, (at) =>
      newEvidenceDecision(desk, { by: caller }, at, body),
    );
    return recorded.ok ? ok(viewFor(recorded.value, caller, desk.tenant)) : recorded;
  });
