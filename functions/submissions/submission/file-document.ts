import { type Answer, type Refusal, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { fileDocument as route } from "../../../shared/contract/submission/customer-submission-routes.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import type { SubmissionRecord } from "../../../shared/storage/submission/submissions.ts";
import { lawInForce } from "../../../shared/tenant/tenant.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { filedOnce, type PreparedSubmission } from "./filed-once.ts";
import { citedOutage, presentedSubmission } from "./presented-submission.ts";

/**
 * Files a customer's submission, once, as presented now, even if its attachments are still unchecked. Refuses
 * `too-many-submissions` if the account filed `submissionsPerDay` today; `outage-not-found` if there is no such outage;
 * `claim-not-found` if the account may not open the claim; `upload-not-taken` if there are more than `maxFiles`;
 * `upload-not-found` if one is not the account's, was filed or was refused. Also refuses as `filedOnce`.
 */
export const fileDocument = (deps: SubmissionsDeps) =>
  serve(route, (request) => filedOnce(deps, request, () => prepare(deps, request)));

async function prepare(
  deps: SubmissionsDeps,
  { body, caller, now }: RequestOf<typeof route>,
): Promise<
  Answer<
    PreparedSubmission,
    "claim-not-found" | "upload-not-found" | "upload-not-taken" | "outage-not-found" | "too-many-submissions"
  >
> {
  const tooMany = await tooManyToday(deps, caller.sub, now);
  if (tooMany) return tooMany;
  const { claimId, uploadIds, againstDecision, outageId, ...said } = body;
  const outage = await citedOutage(deps, outageId);
  if (!outage.ok) return outage;
  const claim = claimId === undefined ? undefined : await ownClaim(deps, caller.sub, claimId);
  if (claimId !== undefined && !claim) return refused("claim-not-found");
  return presentedSubmission(
    deps,
    { by: caller.sub, uploadIds, presentedAt: now, now },
    {
      ...said,
      channel: "web",
      sub: caller.sub,
      ...(claim && { claim }),
      ...(againstDecision && { againstDecision }),
      ...(outage.value && { outage: outage.value }),
    },
  );
}

/** Refuses `too-many-submissions` if the account filed as many today, in Lima, as the utility takes of one by web. */
async function tooManyToday(
  { tenant, submissions }: SubmissionsDeps,
  sub: string,
  now: string,
): Promise<Refusal<"too-many-submissions"> | undefined> {
  const most = lawInForce(tenant, limaDay(now)).submission.submissionsPerDay.value;
  const last = await submissions.ofAccount(sub, most);
  const isFull = last.length === most && last.every(({ presentedAt }) => limaDay(presentedAt) === limaDay(now));
  return isFull
    ? refused("too-many-submissions", {
        detail: `Puedes presentar hasta ${most} documentos al día por la web. Sigue mañana, o tráelos a la oficina.`,
      })
    : undefined;
}

/** Returns the claim that is named, if the account may open it; undefined if not. */
async function ownClaim(
  { caseFiles, caseAccess }: SubmissionsDeps,
  sub: string,
  claimId: string,
): Promise<SubmissionRecord["claim"]> {
  if (!(await caseAccess.mayOpen(sub, claimId))) return undefined;
  const [head] = await caseFiles.heads([claimId]);
  return head && { claimId, code: head.code };
}
