import { attachedPapers } from "../../shared/casework/attached-papers.ts";
import { extendClaim as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** Adds grounds or evidence to a claim. */
export const extendClaim = (desk: ClaimDesk) =>
  serve(route, async (request) => {
    const { body, caller, params } = request;
    const recorded = await recordInCallersClaim(desk, request, async ({ now }) => {
      const attached = await attachedPapers(desk, caller.sub, body.uploadIds);
      if (!attached.ok) return attached;
      const { papers, attach } = attached.value;
      const details = { grounds: body.grounds, papers };
      return ok({
        entries: [{ type: "claim-extended", effectiveAt: now, by: caller, details }],
        also: attach({ claimId: params.claimId }),
      });
    });
    return recorded.ok ? ok(viewFor(recorded.value, caller, desk.tenant)) : recorded;
  });
