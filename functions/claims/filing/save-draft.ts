import { saveDraft as route } from "../../../shared/contract/claim/claim-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

const draftsKept = 20;

/**
 * Saves what is typed so far of a claim, and keeps it for 30 days from now. Refuses `too-many-drafts` if the account
 * has twenty other drafts.
 */
export const saveDraft = ({ claimDrafts }: ClaimDeps) =>
  serve(route, async ({ params: { draftId }, body, caller, now }) => {
    const others = (await claimDrafts.list(caller.sub, now)).filter((draft) => draft.draftId !== draftId);
    if (others.length >= draftsKept) return refused("too-many-drafts");
    return ok(await claimDrafts.save(caller.sub, { draftId, ...body }, now));
  });
