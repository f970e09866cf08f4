import type { FoundAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import type { ActWriter, Presented } from "../../../shared/casework/case/act-writer.ts";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { refusalWords } from "../../../shared/casework/case/law-refusal-words.ts";
import { receivedAttachments } from "../../../shared/casework/counter/confirmed-act.ts";
import { filedOnAt } from "../../../shared/casework/filing/filed-on.ts";
import type { takeRemedy } from "../../../shared/contract/counter/act-on-behalf-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Confirmation, IntakeChannel } from "../../../shared/domain/counter/act-on-behalf.ts";
import { calendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import type { Staff } from "../../../shared/domain/work/people.ts";
import type { SubmissionRecord } from "../../../shared/storage/submission/submissions.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";

/** What is handed in: a paper that the office stamped at `receivedAt`, with its scan, or a submission. */
type Brought = NonNullable<RequestOf<typeof takeRemedy>["body"]["presented"]>;

/** What the claimant handed in: its day and files, how it confirms the act, and its signed scan if it came on paper. */
interface BroughtAct {
  readonly presented: Presented;
  readonly confirmed: Confirmation;
  readonly signed?: FoundAttachments | undefined;
}

/**
 * Returns the paper, or the submission of this claim or of none, handed in for `act`; writes nothing. Refuses
 * `upload-not-found` if a scan is another's; `submission-not-found` if there is no such submission; `not-now` if it is
 * older than the claim; if paper is dated after now, or before today without `reason`, or a scan is not `received`; if
 * a submission was observed, returned or used, its files are in their check, or its account may not open the claim.
 */
export function broughtAct(
  deps: TelephoneDeps,
  caller: Staff,
  at: CaseAt,
  brought: Brought,
  act: string,
): Promise<Answer<BroughtAct, "upload-not-found" | "submission-not-found" | "not-now">> {
  return brought.by === "paper"
    ? byPaper(deps, caller, at, brought)
    : bySubmission(deps, at, { submissionId: brought.submissionId, by: caller.sub, act });
}

/**
 * Returns the writer of an act that needs no confirmation: the staff member `by`, the intake channel `came`, and what
 * the claimant handed in (`presented`), if anything. `as` is the act's name, which is recorded in a submission. Reads
 * and refuses nothing if nothing was handed in. Otherwise refuses what `broughtAct` refuses: `upload-not-found`,
 * `submission-not-found`, or `not-now` if what was handed in cannot be this act.
 */
export async function writerOf(
  deps: TelephoneDeps,
  by: Staff,
  at: CaseAt,
  { came, presented: brought }: { readonly came: IntakeChannel; readonly presented?: Brought | undefined },
  as: string,
): Promise<Answer<ActWriter, "upload-not-found" | "submission-not-found" | "not-now">> {
  if (!brought) return ok({ by, taken: { came } });
  const found = await broughtAct(deps, by, at, brought, as);
  if (!found.ok) return found;
  const { confirmed, ...act } = found.value;
  return ok({ by, taken: { came, confirmed }, ...act });
}

const lateWords = "Se presentó un día anterior: escribe por qué se anota recién hoy.";

/** Returns an act on paper stamped by the office: presented at `receivedAt`, and confirmed by its signed scan. */
async function byPaper(
  deps: TelephoneDeps,
  caller: Staff,
  { filing, now }: CaseAt,
  { receivedAt, reason, uploadIds }: Extract<Brought, { by: "paper" }>,
): Promise<Answer<BroughtAct, "upload-not-found" | "not-now">> {
  if (receivedAt > now) return refused("not-now", { detail: refusalWords["not-happened-yet"] });
  if (receivedAt < filing.effectiveAt) return refused("not-now", { detail: refusalWords["before-its-cause"] });
  if (limaDay(receivedAt) < limaDay(now) && reason === undefined) return refused("not-now", { detail: lateWords });
  const signed = await receivedAttachments(deps, caller, uploadIds);
  if (!signed.ok) return signed;
  const { attachments } = signed.value;
  return ok({
    presented: { at: receivedAt, filedOn: filedOnAt(deps.tenant, receivedAt), attachments: [], also: [] },
    confirmed: { by: "paper", receivedAt, ...(reason !== undefined && { reason }), attachments },
    signed: signed.value,
  });
}

/**
 * Returns a submission of the document desk as an act of the claim: it keeps its number and day. The returned writes
 * make it `received`, of this claim, and name the act in it. Refuses `submission-not-found` if its kind is not
 * `document` or it is of another claim; `not-now` if it cannot be the act.
 */
async function bySubmission(
  { submissions, caseAccess }: TelephoneDeps,
  { file, filing, now }: CaseAt,
  { submissionId, by, act }: { readonly submissionId: string; readonly by: string; readonly act: string },
): Promise<Answer<BroughtAct, "submission-not-found" | "not-now">> {
  const found = await submissions.find(submissionId);
  const { claimId, code } = file.head;
  if (found?.kind !== "document" || (found.claim && found.claim.claimId !== claimId))
    return refused("submission-not-found");
  // The clerk registers scans of signed documents, which prove who acts without an account.
  const mayAct =
    found.registered !== undefined || (found.sub !== undefined && (await caseAccess.mayOpen(found.sub, claimId)));
  const detail = whyNotBrought(found, mayAct);
  if (detail !== undefined) return refused("not-now", { detail });
  if (found.presentedAt < filing.effectiveAt) return refused("not-now", { detail: refusalWords["before-its-cause"] });
  const { number: submissionNumber, presentedAt, filedOn, attachments } = found;
  const taken = submissions.step(found, {
    entry: { type: "taken", at: now, by, to: code, text: act },
    set: {
      state: "received",
      receivedAt: found.receivedAt ?? now,
      claim: { claimId, code },
      recordedAs: act,
      presentedAs: found.presentedAs ?? { kind: found.kind, claim: found.claim },
    },
  });
  return ok({
    presented: {
      at: presentedAt,
      filedOn: calendarDay(filedOn),
      submission: { submissionId, submissionNumber },
      // An unreadable attachment still counts as presented: nobody loses a recourse to a bad scan.
      attachments: attachments.filter(({ state }) => state !== "refused"),
      also: taken,
    },
    confirmed: { by: "submission", submissionId, submissionNumber },
  });
}

/** Returns why the submission cannot be an act of this claim, for the person who asks; undefined if it can. */
function whyNotBrought(
  { state, claim, attachments, recordedAs }: SubmissionRecord,
  mayAct: boolean,
): string | undefined {
  if (!mayAct)
    return "Ese documento no lo presentó quien reclama desde su cuenta: toma el acto con el papel firmado y su sello.";
  if (state !== "presented" && !(state === "received" && claim)) return "Ese documento ya se observó o se devolvió.";
  if (attachments.some((attachment) => attachment.state === "pending"))
    return "Sus archivos todavía se revisan. Espera un momento.";
  return recordedAs === undefined ? undefined : "Ese documento ya se tomó en este reclamo.";
}
