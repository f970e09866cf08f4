import { summaryAt } from "../../shared/casework/claim-summary.ts";
import { openClaim as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { attemptedClaim } from "./claim-code-attempts.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Lets the account open a claim from now on if it gives the claim's code and key, and answers the claim's summary; a
 * second time changes nothing. Refuses `claim-not-found` if the code or the key is wrong; `too-many-attempts` if this
 * hour had five wrong attempts at the code.
 */
export const openClaim = (deps: ClaimDeps) =>
  serve(route, async ({ body: { code, claimKey }, caller, now }) => {
    const attempted = await attemptedClaim(deps, {
      at: "claim-key",
      code,
      now,
      said: claimKey,
      known: ({ filing }) => filing.details.claimKey,
    });
    if (!attempted.ok) return attempted;
    await deps.accessGrants.grant(caller.sub, attempted.value.file.head.claimId);
    return ok(summaryAt(attempted.value));
  });
