import { caseAnswer } from "../../../shared/casework/case/edit-case.ts";
import { openCase } from "../../../shared/casework/case/open-case.ts";
import { showCase as route } from "../../../shared/contract/case/case-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Answers the whole case as staff see it. Refuses `claim-not-found` if there is no such case or the caller may not read
 * it.
 */
export const showCase = (deps: CaseworkDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now, "recent");
    return opened.ok ? ok(await caseAnswer(deps, opened.value, caller)) : opened;
  });
