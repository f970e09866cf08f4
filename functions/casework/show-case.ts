import { showCase as route } from "../../shared/contract/casework-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { caseAnswer } from "./edit-case.ts";
import { openCase } from "./open-case.ts";

/** The whole case file. */
export const showCase = (desk: CaseworkDesk) =>
  serve(route, async ({ params, caller, now }) => {
    const opened = await openCase(desk, params.claimId, caller, now);
    return opened.ok ? ok(await caseAnswer(desk, opened.value, caller)) : opened;
  });
