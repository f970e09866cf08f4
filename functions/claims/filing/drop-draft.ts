import { dropDraft as route } from "../../../shared/contract/claim/claim-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/** Deletes a draft of the account. Refuses `draft-not-found` if it has none with this id. */
export const dropDraft = ({ claimDrafts }: ClaimDeps) =>
  serve(route, async ({ params, caller, now }) => {
    if (!(await claimDrafts.find(caller.sub, params.draftId, now))) return refused("draft-not-found");
    await claimDrafts.drop(caller.sub, params.draftId);
    return ok(undefined);
  });
