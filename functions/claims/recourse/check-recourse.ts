import { findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import { findingsOfRecourse } from "../../../shared/casework/case/findings.ts";
import { callerOf } from "../../../shared/casework/counter/claim-caller.ts";
import { checkRecourse as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { callersClaim } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers the findings of a recourse before it is sent. The recourse counts as having new evidence if all its uploads
 * are the customer's and at least one was not refused by its check. Writes nothing, and no finding stops the filing
 * later. Refuses `claim-not-found` if the customer neither filed nor opened the claim.
 */
export const checkRecourse = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const found = await callersClaim(deps, request);
    if (!found.ok) return found;
    const at = found.value;
    const { kind, grounds, uploadIds = [] } = request.body;
    const { sub } = request.caller;
    const attached = await findAttachments(deps, sub, uploadIds);
    // As at filing (`recourseDecision`): an attachment that its check refused proves nothing.
    const newEvidence = attached.ok && attached.value.attachments.some(({ state }) => state !== "refused");
    return ok({
      findings: findingsOfRecourse(at, { kind, grounds, newEvidence }, callerOf(at, sub), deps.tenant),
    });
  });
