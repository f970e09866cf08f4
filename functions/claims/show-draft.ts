import { showDraft as route } from "../../shared/contract/claim-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** A draft of the account. */
export const showDraft = ({ claimDrafts }: ClaimDesk) =>
  serve(route, async ({ params, caller, now }) => {
    const draft = await claimDrafts.find(caller.sub, params.draftId, now);
    return draft ? ok(draft) : refused("draft-not-found");
  });
