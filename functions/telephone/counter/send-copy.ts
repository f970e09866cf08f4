import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { withListedCopies } from "../../../shared/casework/case-copy/listed-copies.ts";
import { sendCopy as route } from "../../../shared/contract/counter/intake-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";

/**
 * Records `filing-copy-sent`: staff posted the copy of a telephone claim, which leaves the list of copies to post.
 * Sends nothing itself. Answers the case. Refuses `not-now` if the claim's decision was notified or the claim ended in
 * another way; also `version-stale`, `write-key-used` and `busy` (`editCase`).
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
