import { noticeByEmail } from "../../../shared/casework/case/act-notice-entry.ts";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import type { Decision } from "../../../shared/casework/case/record.ts";
import { observeClaim as route } from "../../../shared/contract/claim/admission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Staff } from "../../../shared/domain/work/people.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Records `defect-observed`, what the claim lacks, and `notice-dispatched` if the claimant takes notices by e-mail. The
 * term to correct the claim starts later, when the claimant acknowledges the notice or staff notify them. Refuses
 * `not-now` if the claim's state is not `filed`. Answers the case. Also refuses `version-stale`, `write-key-used` and
 * `busy` (`editCase`).
 */
export const observeClaim = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, (at) => ok(observation(deps, at, request.caller, request.body.defects))),
  );

/** Returns the decision that records what a claim lacks, with its notice if the claimant takes notices by e-mail. */
export function observation(deps: CaseworkDeps, at: CaseAt, by: Staff, defects: string[]): Decision {
  const notice = noticeByEmail(deps, at, by, { of: "observation", says: defects });
  return {
    entries: [{ type: "defect-observed", effectiveAt: at.now, by, details: { defects } }, ...notice.entries],
    also: notice.also,
  };
}
