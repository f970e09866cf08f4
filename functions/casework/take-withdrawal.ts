import { takeWithdrawal as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { confirmedDecision } from "./confirmed-act.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records `withdrawal-requested`, which the claimant confirmed; the utility accepts it later. If the tribunal has the
 * file, also alerts the manager to forward it. Refuses `not-now` if a withdrawal is pending, the power to withdraw or a
 * proof of standing is lacking, or the claim's state allows none; `not-confirmed`, `upload-not-found`,
 * `submission-not-found` or `not-now` as `confirmedDecision` does. Answers the case. Also refuses as `editCase`.
 */
export const takeWithdrawal = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { came, confirmation, ...said } = request.body;
    const what = { act: "withdrawal", ...said } as const;
    return editCase(deps, request, (at) => confirmedDecision(deps, request.caller, at, { what, came, confirmation }));
  });
