import { dropDraft as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/** Deletes a draft of the account; if there is no such draft, does nothing. */
export const dropDraft = ({ claimDrafts }: ClaimDeps) =>
  serve(route, async ({ params, caller }) => {
    await claimDrafts.drop(caller.sub, params.draftId);
    return ok(undefined);
  });
