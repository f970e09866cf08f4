import { duplicatesOf } from "../../shared/casework/duplicates.ts";
import { showClaim as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { callersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** A claim of the customer, whole. */
export const showClaim = (desk: ClaimDesk) =>
  serve(route, async (request) => {
    const found = await callersClaim(desk, request);
    if (!found.ok) return found;
    const { caller } = request;
    const { head } = found.value.file;
    const search = { now: found.value.now, except: head.claimId, sub: caller.sub };
    const duplicates = await duplicatesOf(desk, head, search);
    return ok({ ...viewFor(found.value, caller, desk.tenant), duplicates: [...duplicates] });
  });
