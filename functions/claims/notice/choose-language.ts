import { languageDecision } from "../../../shared/casework/notice/language-choice.ts";
import { chooseLanguage as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Records `language-chosen`: the language in which the claimant wants to be attended, and whether with an interpreter.
 * Writes nothing if neither changes. Refuses `not-now` if the claim is over or had ten changes today. Answers the
 * claim. Also refuses `claim-not-found`, `write-key-used` and `busy` (`recordInCallersClaim`).
 */
export const chooseLanguage = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) => languageDecision({ by: caller }, at, body));
    return recorded.ok ? ok(viewFor(recorded.value, caller, deps.tenant)) : recorded;
  });
