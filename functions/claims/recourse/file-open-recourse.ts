import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { record } from "../../../shared/casework/case/record.ts";
import { recourseDecision } from "../../../shared/casework/claim/claimant-acts.ts";
import { guestOf } from "../../../shared/casework/filing/guest.ts";
import { filedRecourse } from "../../../shared/casework/recourse/filed-recourse.ts";
import { fileOpenRecourse as route } from "../../../shared/contract/open-routes.ts";
import { answerDay } from "../../../shared/domain/board/late-risk.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { lacksEvidence } from "../../../shared/domain/term/claim-clocks.ts";
import { silenceDay } from "../../../shared/domain/term/late-company.ts";
import { serve } from "../../runtime/serve.ts";
import { claimByDocument, claimByKey } from "../claim/claim-by-key.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Files a recourse of somebody without an account and answers its number and key. In a reconsideration, or after one,
 * it is an appeal, whatever `kind` says. Refuses `claim-not-found` if the code, or its key or document, is wrong;
 * `too-many-attempts` after five wrong ones in an hour; `upload-not-found` if an upload is not of the draft `draftId`;
 * `not-now` if the law allows none now. Also refuses as `record`.
 */
export const fileOpenRecourse = (deps: ClaimDeps) =>
  serve(route, async ({ body, now, write }) => {
    const { code, claimKey, document, draftId, ...recourse } = body;
    const found =
      claimKey === undefined && document !== undefined
        ? await claimByDocument(deps, { code, document }, now)
        : await claimByKey(deps, { code, claimKey: claimKey ?? "" }, now);
    if (!found.ok) return found;
    const { file: known } = found.value;
    const { claimId } = known.head;
    const by = guestOf(draftId);
    const recorded = await record(deps, { claimId, now, write, known }, (at) =>
      recourseDecision(deps, { by }, at, recourse),
    );
    if (!recorded.ok) return recorded;
    const { submissionId, ...filed } = filedRecourse(recorded.value);
    const submission = await deps.submissions.find(submissionId);
    if (submission?.key === undefined)
      throw new Error(`recourse ${submissionId} was filed without an account or a key`);
    return ok({ ...filed, submissionKey: submission.key, ...reviewed(recorded.value, submissionId) });
  });

/** What is owed to a reconsideration that was filed now; nothing if the recourse is an appeal. */
function reviewed(at: CaseAt, submissionId: string) {
  const { claim, law, now } = at;
  if (lastEntry(at.file.events, "reconsideration-filed")?.details.submissionId !== submissionId) return {};
  const answerBy = answerDay(claim.state, silenceDay(claim, law), law.calendars, limaDay(now));
  return { answerBy, ...(lacksEvidence(claim, law) && { lacksEvidence: true as const }) };
}
