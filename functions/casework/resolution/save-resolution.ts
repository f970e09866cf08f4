import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { conciliatedWords, hasConciliated } from "../../../shared/casework/conciliation/conciliation-wall.ts";
import { type Refusal, refused } from "../../../shared/contract/refusals.ts";
import { saveResolution as route } from "../../../shared/contract/resolution/decision-routes.ts";
import { allowedEvents } from "../../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { claimedReceipts } from "../../../shared/domain/receipt/claimed-receipts.ts";
import type { Staff } from "../../../shared/domain/work/people.ts";
import type { ResolutionDraft } from "../../../shared/storage/resolution/resolution-drafts.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Saves the draft of the resolution and answers the case; records no entry. Writes nothing if author and content are
 * those of the saved draft. Refuses `version-stale` if it was saved since `basedOn`, which the caller saw; `not-now` if
 * the state allows no resolution or the caller conciliated the claim; `receipt-not-found` if it decides on a receipt
 * that is not claimed. Also refuses as `editCase`.
 */
export const saveResolution = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { params, body, caller } = request;
    const { basedOn, ...written } = body;
    return editCase(deps, request, (at) => {
      const refusal = refusalOf(at, caller);
      if (refusal) return refusal;
      const { file, now } = at;
      const claimed = claimedReceipts(file.events);
      if (written.months.some(({ receiptNumber }) => !claimed.some(({ number }) => number === receiptNumber)))
        return refused("receipt-not-found", { detail: "Decide solo sobre los recibos que se reclaman." });
      const { draft: before } = file;
      const draft = { ...written, savedAt: now, by: caller.sub };
      if (before && isSame(before, draft)) return ok({ entries: [] });
      if (before && before.savedAt !== basedOn) return refused("version-stale");
      return ok({ entries: [], also: [deps.draftWriter.save(params.claimId, draft, before)] });
    });
  });

function refusalOf({ claim, file }: CaseAt, caller: Staff): Refusal<"not-now"> | undefined {
  if (!allowedEvents(claim.state).includes("resolution-issued")) return refused("not-now");
  return hasConciliated(file, caller) ? refused("not-now", { detail: conciliatedWords.draft }) : undefined;
}

function isSame(one: ResolutionDraft, other: ResolutionDraft): boolean {
  const textOf = ({ savedAt: _, ...draft }: ResolutionDraft): string =>
    JSON.stringify([draft.by, draft.outcome, draft.decision, draft.reasons, draft.months, draft.answers ?? []]);
  return textOf(one) === textOf(other);
}
