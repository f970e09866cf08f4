import { takeWithdrawal as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { confirmedDecision } from "./confirmed-act.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records a withdrawal that its claimant confirmed: the utility has to accept it, or the tribunal once the file is
 * there. Refuses as `confirmedDecision` does.
 */
export const takeWithdrawal = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { came, confirmation, ...said } = request.body;
    const what = { act: "withdrawal", ...said } as const;
    return editCase(deps, request, (at) => confirmedDecision(deps, request.caller, at, { what, came, confirmation }));
  });
