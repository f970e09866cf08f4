import { takeWithdrawal as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { confirmedDecision } from "./confirmed-act.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records `withdrawal-requested`, which the claimant confirmed. The utility accepts it later; if the tribunal has the file, also alerts
 * the manager to forward it. Refuses `not-confirmed` if the code does not confirm it; `upload-not-found` if an upload is not the caller's;
 * `submission-not-found` if there is no such submission. Refuses `not-now`, among others, if a withdrawal is pending, the representative
 * has no power to withdraw, the claimant must still prove that they may claim, or what was handed in cannot be this act.
 */
export const takeWithdrawal = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { came, confirmation, ...said } = request.body;
    const what = { act: "withdrawal", ...said } as const;
    return editCase(deps, request, (at) => confirmedDecision(deps, request.caller, at, { what, came, confirmation }));
  });
