import { takeWithdrawal as route } from "../../shared/contract/casework-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { confirmedDecision } from "./confirmed-act.ts";
import { editCase } from "./edit-case.ts";

/** Files a withdrawal that its claimant confirmed; the utility accepts it. */
export const takeWithdrawal = (desk: CaseworkDesk) =>
  serve(route, (request) => {
    const { came, confirmation, ...said } = request.body;
    const what = { act: "withdrawal", ...said } as const;
    return editCase(desk, request, (at) => confirmedDecision(desk, request.caller, at, { what, came, confirmation }));
  });
