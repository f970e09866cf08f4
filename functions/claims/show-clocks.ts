import { clocksView } from "../../shared/casework/claim-view.ts";
import { showClocks as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { callersClaim } from "./callers-claim.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** The terms of a claim of the customer, day by day. */
export const showClocks = (desk: ClaimDesk) =>
  serve(route, async (request) => {
    const found = await callersClaim(desk, request);
    return found.ok ? ok(clocksView(found.value)) : found;
  });
