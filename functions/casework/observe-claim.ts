import { noticeByEmail } from "../../shared/casework/act-notice-entry.ts";
import { editCase } from "../../shared/casework/edit-case.ts";
import { observeClaim as route } from "../../shared/contract/admission-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

/**
 * Records `defect-observed`, what the claim lacks, and `notice-dispatched` if the claimant takes notices by e-mail. The
 * term to correct the claim starts later, when the claimant acknowledges the notice or staff notify them. Refuses
 * `not-now` if the claim's state is not `filed`. Answers the case. Also refuses `version-stale`, `write-key-used` and
 * `busy` (`editCase`).
 */
export const observeClaim = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, (at) => {
      const { caller: by, body } = request;
      const notice = noticeByEmail(deps, at, by, { of: "observation", says: body.defects });
      return ok({
        entries: [{ type: "defect-observed", effectiveAt: at.now, by, details: body }, ...notice.entries],
        also: notice.also,
      });
    }),
  );
