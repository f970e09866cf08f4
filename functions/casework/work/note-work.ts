import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { noteWork as route } from "../../../shared/contract/work/staff-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Records `work-noted`, a note of the office's own work, in a case of any state, also one that is over. Does not ask
 * which version of the case the caller saw. Answers the case. Refuses `claim-not-found`, `write-key-used` and `busy`.
 */
export const noteWork = (deps: CaseworkDeps) =>
  serve(route, ({ caller, body, ...request }) =>
    editCase(deps, { ...request, caller, version: undefined }, ({ now }) =>
      ok({ entries: [{ type: "work-noted", effectiveAt: now, by: caller, details: { text: body.text } }] }),
    ),
  );
