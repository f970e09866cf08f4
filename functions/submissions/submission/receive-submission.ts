import { record } from "../../../shared/casework/case/record.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf, RefusalOf, RequestOf } from "../../../shared/contract/route.ts";
import { receiveSubmission as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { isActOfClaim, isPossibleRecourse } from "../../../shared/domain/submission/submission.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import type { SubmissionRecord, SubmissionStep } from "../../../shared/storage/submission/submissions.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { answerByOf, recourseByOf } from "./answer-by.ts";
import { claimOfCode } from "./claim-of-code.ts";
import { markedStep, stepSubmission, takenBefore } from "./step-submission.ts";
import { submissionView } from "./submission-view.ts";

type Request = RequestOf<typeof route>;
type Checked = Answer<AnswerOf<typeof route>, RefusalOf<typeof route>>;

/**
 * Records the clerk's check of a submission, once: `received` (in its claim too, but an act of it), `observed` or
 * `returned`. Refuses `claim-not-found` if no claim has the code, or an act is of another; `already-checked` if it is
 * not `presented`; `not-now` if its kind takes no such check, it was observed before, or it may be a recourse and is
 * received without its claim or as another kind; and as `stepSubmission`.
 */
export const receiveSubmission = (deps: SubmissionsDeps) =>
  serve(route, async (request) => {
    const { submissionId } = request.params;
    const submission = await deps.submissions.find(submissionId);
    if (!submission) return refused("submission-not-found");
    const claim = await claimFor(deps, submission, request.body.claimCode);
    if (!claim.ok)
      return takenBefore(submission, request.write) === true
        ? ok(submissionView(submission, deps.tenant, request.now))
        : claim;
    if (!isActOfClaim(submission.kind) && request.body.outcome === "received" && claim.value)
      return enter(deps, request, claim.value);
    return stepSubmission(deps, submissionId, request, (now) => {
      const step = checkOf(deps.tenant, now, request, claim.value);
      return step.ok ? ok({ step: step.value }) : step;
    });
  });

/**
 * Records the submission in the case of its claim, in one transaction with its check. It is marked with the write in
 * the submission, not in the case, so that a repeat is recognised there.
 */
async function enter(
  deps: SubmissionsDeps,
  request: Request,
  claim: NonNullable<SubmissionRecord["claim"]>,
): Promise<Checked> {
  const { params, caller: by, write, now } = request;
  const { claimId } = claim;
  const recorded = await record(deps, { claimId, now }, async () => {
    const submission = await deps.submissions.find(params.submissionId);
    if (!submission) return refused("already-checked");
    const step = checkOf(deps.tenant, submission, request, claim);
    if (!step.ok) return step;
    const { submissionId, number: submissionNumber, subject, attachments, presentedAt: effectiveAt } = submission;
    return ok({
      entries: [
        {
          type: "submission-received",
          effectiveAt,
          by,
          details: { submissionId, submissionNumber, subject, attachments },
        },
      ],
      also: deps.submissions.step(submission, markedStep(step.value, write)),
    });
  });
  const after = await deps.submissions.find(params.submissionId);
  const taken = after && takenBefore(after, write);
  if (taken) return taken === true ? ok(submissionView(after, deps.tenant, now)) : taken;
  if (recorded.ok) return refused("submission-not-found");
  const { error } = recorded;
  if (error === "already-checked" || error === "claim-not-found" || error === "busy" || error === "not-now")
    return { ...recorded, error };
  throw new Error(`submission ${params.submissionId} was not recorded in claim ${claimId}: ${error}`);
}

/**
 * Returns the step of a check. Refuses `already-checked` if the submission does not wait for one, and `not-now` for an
 * outcome or kind it does not take. A received submission gets its day to answer by the kind the clerk gives it.
 */
function checkOf(
  tenant: Tenant,
  submission: SubmissionRecord,
  { body, caller, now }: Request,
  claim: SubmissionRecord["claim"],
): Answer<SubmissionStep, "already-checked" | "not-now"> {
  const { outcome, remark, kind = submission.kind } = body;
  if (submission.state !== "presented") return refused("already-checked");
  const detail = whyNot(submission, outcome, kind) ?? whyNotRecourse(submission, outcome, { kind, claim });
  if (detail !== undefined) return refused("not-now", { detail });
  const entry = { type: outcome, at: now, by: caller.sub, ...(remark && { text: remark }) } as const;
  const presentedAs = submission.presentedAs ?? { kind: submission.kind, claim: submission.claim };
  if (outcome === "returned") return ok({ entry, set: { state: outcome, remark, claim, presentedAs } });
  if (outcome === "received") {
    const { letter, filedOn } = submission;
    const answerBy = isActOfClaim(kind) ? undefined : answerByOf(tenant, calendarDay(filedOn), { kind, letter });
    const recourseBy = recourseByOf(tenant, submission);
    return ok({ entry, set: { state: outcome, receivedAt: now, claim, kind, answerBy, recourseBy, presentedAs } });
  }
  // No last day to mend it is set: it runs from the notification.
  return ok({ entry, set: { state: outcome, remark, claim, presentedAs } });
}

/** Returns why the submission does not take that outcome or kind, for the clerk; undefined if it does. */
function whyNot(
  { kind, entries }: SubmissionRecord,
  outcome: Request["body"]["outcome"],
  as: SubmissionRecord["kind"],
): string | undefined {
  if (isActOfClaim(kind) && (outcome !== "received" || as !== kind))
    return "Un recurso o una queja ya corre en su reclamo: recíbelo aquí, y lo que le falte se resuelve en el expediente.";
  if (kind === "official-letter" && as !== kind) return "Un oficio se queda como oficio: su plazo lo dice él mismo.";
  if (outcome === "observed" && entries.some(({ type }) => type === "observed"))
    return "Este documento ya se observó una vez. Recíbelo como está, o devuélvelo con el motivo.";
  return undefined;
}

/**
 * Returns why a submission that may be a recourse is not received so: it can only be taken as one later if it is a
 * document of its claim. Undefined if it may be.
 */
function whyNotRecourse(
  submission: SubmissionRecord,
  outcome: Request["body"]["outcome"],
  { kind, claim }: { readonly kind: SubmissionRecord["kind"]; readonly claim: SubmissionRecord["claim"] },
): string | undefined {
  if (outcome !== "received" || !isPossibleRecourse(submission) || (kind === "document" && claim)) return undefined;
  return "Puede ser un recurso: recíbelo como documento, con el código de su reclamo. Si no lo es, di primero por qué.";
}

/**
 * Returns the claim of the typed code, or the submission's own if none is typed. Refuses `claim-not-found` if no claim
 * has the code, or a recourse or queja is of another claim.
 */
async function claimFor(
  deps: SubmissionsDeps,
  { kind, claim }: SubmissionRecord,
  text = "",
): Promise<Answer<SubmissionRecord["claim"], "claim-not-found">> {
  if (text === "") return ok(claim);
  const named = await claimOfCode(deps, text);
  if (isActOfClaim(kind) && named?.claimId !== claim?.claimId)
    return refused("claim-not-found", { detail: "Un recurso ya es de su reclamo, y no se pasa a otro." });
  return named ? ok(named) : refused("claim-not-found");
}
