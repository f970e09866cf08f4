import { editCase } from "../../shared/casework/edit-case.ts";
import { withListedCopies } from "../../shared/casework/listed-copies.ts";
import { sendCopy as route } from "../../shared/contract/intake-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { TelephoneDeps } from "./telephone-deps.ts";

/**
 * Records `filing-copy-sent`: staff sent the claimant the copy of their telephone claim by letter, which takes it
 * off the list of copies to post. Sends nothing itself. Refuses `not-now` if the decision of the claim was notified, or the claim ended in another way. Answers the
 * case. Also refuses `version-stale`, `write-key-used` and `busy` (`editCase`).
 */
export const sendCopy = (deps: TelephoneDeps) =>
  serve(route, (request) =>
    editCase(deps, request, (at) =>
      ok(
        withListedCopies(deps.caseFiles, at, [
          { type: "filing-copy-sent", effectiveAt: at.now, by: request.caller, details: request.body },
        ]),
      ),
    ),
  );
