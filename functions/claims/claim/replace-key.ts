import { keyReplacement } from "../../../shared/casework/claim/key-replacement.ts";
import { replaceKey as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";

/**
 * Records `key-replaced`: the key before, and the accounts that opened the claim by it, open it no more. Writes nothing
 * within an hour of the last change. Refuses `not-now` if the account did not file the claim. Answers the claim without
 * its key. Also refuses `claim-not-found`, `write-key-used` and `busy` (`recordInCallersClaim`).
 */
export const replaceKey = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) =>
      keyReplacement(deps.caseFiles, { by: caller }, at),
    );
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });
