import { duplicatesOf } from "../../../shared/casework/filing/duplicate-claims.ts";
import { showClaim as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { readOnce } from "../../../shared/storage/supply/supply-claims.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { callersClaim, viewFor } from "./callers-claim.ts";

/**
 * Answers the claim as its customer sees it. `duplicates` has the other claims about the same receipts that the
 * customer may open. Refuses `claim-not-found` if the customer neither filed nor opened the claim.
 */
export const showClaim = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const found = await callersClaim(deps, request);
    if (!found.ok) return found;
    const { caller } = request;
    const { head } = found.value.file;
    const search = { now: found.value.now, except: head.claimId, sub: caller.sub };
    const supplyClaims = readOnce(deps.supplyClaims, [head]);
    const duplicates = await duplicatesOf({ ...deps, supplyClaims }, head, search);
    return ok({ ...viewFor(found.value, caller, deps.tenant), duplicates: [...duplicates] });
  });
