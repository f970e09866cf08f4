import { dropDraft as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** Throws a draft away; again is no complaint. */
export const dropDraft = ({ claimDrafts }: ClaimDesk) =>
  serve(route, async ({ params, caller }) => {
    await claimDrafts.drop(caller.sub, params.draftId);
    return ok(undefined);
  });
