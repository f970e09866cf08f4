import { requestMeterTest as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** Asks for the meter to be tested (contrastación): at any time before the decision, and once (digest 7.5). */
export const requestMeterTest = (desk: ClaimDesk) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(desk, request, ({ now }) =>
      ok({ entries: [{ type: "meter-test-asked", effectiveAt: now, by: caller, details: body }] }),
    );
    return recorded.ok ? ok(viewFor(recorded.value, caller, desk.tenant)) : recorded;
  });
