import { hearingChoiceDecision } from "../../shared/casework/hearing-choice.ts";
import { takeHearingChoice as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/** Writes down how a claimant wants their hearing held. */
export const takeHearingChoice = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { came, ...choice } = request.body;
    return editCase(deps, request, (at) =>
      hearingChoiceDecision(deps.tenant, { by: request.caller, taken: { came } }, at, choice),
    );
  });
