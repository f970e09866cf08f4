import { takeWithdrawal as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { confirmedDecision } from "./confirmed-act.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records `withdrawal-requested`, once the claimant confirmed it. The claim goes on until the utility accepts the
 * withdrawal; if the tribunal has the file, the manager is alerted to forward the request there. Refuses
 * `not-confirmed` if the code does not confirm the withdrawal; `not-now` if the claimant must still prove that they may
 * claim, or what they handed in cannot be this act; `upload-not-found` if an upload is not the caller's;
 * `submission-not-found` if there is no such submission. Also refuses as `editCase` does.
 */
export const takeWithdrawal = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { came, confirmation, ...said } = request.body;
    const what = { act: "withdrawal", ...said } as const;
    return editCase(deps, request, (at) => confirmedDecision(deps, request.caller, at, { what, came, confirmation }));
  });
