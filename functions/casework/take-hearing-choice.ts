import { hearingChoiceDecision } from "../../shared/casework/hearing-choice.ts";
import { takeHearingChoice as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/** Records how a claimant wants their hearing held, written down by staff. Refuses as `hearingChoiceDecision` does. */
export const takeHearingChoice = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { came, ...choice } = request.body;
    return editCase(deps, request, (at) =>
      hearingChoiceDecision(deps.tenant, { by: request.caller, taken: { came } }, at, choice),
    );
  });
