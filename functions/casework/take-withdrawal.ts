import { takeWithdrawal as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { confirmedDecision } from "./confirmed-act.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records `withdrawal-requested`, which its claimant confirmed. The claim goes on until the utility accepts it, or the
 * tribunal if the file is there; then the manager is alerted. Refuses `not-now` if a proof of standing is awaited, and
 * `not-confirmed`, `upload-not-found`, `submission-not-found` and `not-now` as `confirmedDecision` does.
 */
export const takeWithdrawal = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { came, confirmation, ...said } = request.body;
    const what = { act: "withdrawal", ...said } as const;
    return editCase(deps, request, (at) => confirmedDecision(deps, request.caller, at, { what, came, confirmation }));
  });
