import { findAttachments } from "../../shared/casework/find-attachments.ts";
import { findingsOfRecourse } from "../../shared/casework/findings.ts";
import { checkRecourse as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { callersClaim } from "./callers-claim.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Answers the findings of a recourse before it is sent. The recourse has new evidence if at least one upload was not
 * refused by its check; it has none if any upload is not the customer's. Writes nothing, and no finding stops the
 * filing later. Refuses `claim-not-found`.
 */
export const checkRecourse = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const found = await callersClaim(deps, request);
    if (!found.ok) return found;
    const { kind, grounds, uploadIds = [] } = request.body;
    const { sub } = request.caller;
    const attached = await findAttachments(deps, sub, uploadIds);
    // As at filing (`recourseDecision`): an attachment that its check refused proves nothing.
    const newEvidence = attached.ok && attached.value.attachments.some(({ state }) => state !== "refused");
    return ok({
      findings: findingsOfRecourse(found.value, { kind, grounds, newEvidence }, sub, deps.tenant),
    });
  });
