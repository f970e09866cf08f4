import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { readsConciliation } from "../../../shared/casework/conciliation/conciliation-wall.ts";
import { saveConciliationNotes as route } from "../../../shared/contract/conciliation/conciliation-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import type { ClaimState } from "../../../shared/domain/case/claim-states.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

const beforeHearing: ReadonlySet<ClaimState> = new Set(["filed", "observed", "under-investigation", "hearing-due"]);

/**
 * Saves the conciliation notes of a case; records no entry. If the notes were saved since `basedOn` (the `savedAt` that
 * the caller saw), writes nothing if the words are the same, else refuses `version-stale`. Refuses `not-now` if the
 * caller has a role that decides or signs, or if the claim is not `filed`, `observed`, `under-investigation` or
 * `hearing-due`. Answers the case. Also refuses `version-stale`, `write-key-used` and `busy` (`editCase`).
 */
export const saveConciliationNotes = (deps: VisitDeps) =>
  serve(route, (request) => {
    const { params, caller, body } = request;
    return editCase(deps, request, ({ claim, file, now }) => {
      if (!readsConciliation(caller))
        return refused("not-now", { detail: "Quien decide o firma no lleva apuntes de conciliación." });
      if (!beforeHearing.has(claim.state)) return refused("not-now");
      const { basedOn, ...written } = body;
      const { conciliation: before } = file;
      if (before && before.savedAt !== basedOn)
        return before.margin === written.margin && before.proposal === written.proposal
          ? ok({ entries: [] })
          : refused("version-stale");
      const notes = { ...written, savedAt: now, by: caller.sub };
      return ok({ entries: [], also: [deps.draftWriter.saveNotes(params.claimId, notes, before)] });
    });
  });
