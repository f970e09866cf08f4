import { showDraft as route } from "../../../shared/contract/claim/claim-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/** Answers a draft of the account. Refuses `draft-not-found` if the account has no such draft. */
export const showDraft = ({ claimDrafts }: ClaimDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const draft = await claimDrafts.find(caller.sub, params.draftId, now);
    return draft ? ok(draft) : refused("draft-not-found");
  });
