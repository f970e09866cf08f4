import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { takeWithdrawal as route } from "../../../shared/contract/counter/act-on-behalf-routes.ts";
import { serve } from "../../runtime/serve.ts";
import { confirmedDecision } from "../resolution/confirmed-decision.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";

/**
 * Records `withdrawal-requested`, which the claimant confirmed; the utility accepts it later. If the tribunal has the
 * file, also alerts the manager to forward it. Refuses `not-now` if a withdrawal is pending, the power to withdraw or a
 * proof of standing is lacking, or the claim's state allows none; `not-confirmed`, `upload-not-found`,
 * `submission-not-found` or `not-now` as `confirmedDecision` does. Answers the case. Also refuses as `editCase`.
 */
export const takeWithdrawal = (deps: TelephoneDeps) =>
  serve(route, (request) => {
    const { came, confirmation, ...said } = request.body;
    const what = { act: "withdrawal", ...said } as const;
    return editCase(deps, request, (at) => confirmedDecision(deps, request.caller, at, { what, came, confirmation }));
  });
