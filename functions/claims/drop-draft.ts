import { dropDraft as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/** Deletes a draft of the account; one that is not there is not refused. */
export const dropDraft = ({ claimDrafts }: ClaimDeps) =>
  serve(route, async ({ params, caller }) => {
    await claimDrafts.drop(caller.sub, params.draftId);
    return ok(undefined);
  });
