import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { hearingChoiceDecision } from "../../../shared/casework/conciliation/hearing-choice.ts";
import { takeHearingChoice as route } from "../../../shared/contract/counter/act-on-behalf-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";

/**
 * Records `hearing-mode-chosen` for a claimant who says to staff how they want their hearing held, or which number to
 * call. Writes nothing if neither changes. Refuses `not-now` if there is no hearing or it was held; if the office does
 * not offer the new mode; if a hearing by telephone has no number; or if there were ten changes today. Answers the
 * case. Also refuses `write-key-used` and `busy` (`editCase`).
 */
export const takeHearingChoice = (deps: TelephoneDeps) =>
  serve(route, (request) => {
    const { came, ...choice } = request.body;
    return editCase(deps, request, (at) =>
      hearingChoiceDecision(deps.tenant, { by: request.caller, taken: { came } }, at, choice),
    );
  });
