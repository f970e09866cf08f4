import { showClaim as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { callersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** A claim of the customer, whole. */
export const showClaim = (desk: ClaimDesk) =>
  serve(route, async (request) => {
    const found = await callersClaim(desk, request);
    return found.ok ? ok(viewFor(found.value, request.caller, desk.tenant)) : found;
  });
