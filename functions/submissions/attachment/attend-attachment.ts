import { record } from "../../../shared/casework/case/record.ts";
import { attendAttachment as route } from "../../../shared/contract/attachment/waiting-attachment-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { RefusalOf, RequestOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { AttachmentFollowUp } from "../../../shared/domain/submission/submission.ts";
import type { UploadRecord } from "../../../shared/storage/attachment/uploads.ts";
import type { Write } from "../../../shared/storage/dynamodb.ts";
import { serve } from "../../runtime/serve.ts";
import { stepSubmission } from "../submission/step-submission.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { isOnItsWay, waitingAttachments } from "./waiting-attachment.ts";

type Request = RequestOf<typeof route>;
type Written = Answer<unknown, RefusalOf<typeof route>>;

const followUps = { ask: "copy-asked", close: "attachment-attended" } as const satisfies Record<
  string,
  AttachmentFollowUp
>;

/**
 * Records what the clerk does about an attachment that never came or could not be read, in its claim or else
 * submission: to `ask` its sender for a copy (`copy-asked`), or to `close` it (`attachment-attended`) and take it off
 * the clerk's list. Refuses `upload-not-found` if no claim or submission has it; `not-now` if it is not on the list, or
 * was announced within a day and may still come; `write-key-used` if the key had other content; `busy`.
 */
export const attendAttachment = (deps: SubmissionsDeps) =>
  serve(route, async (request) => {
    const { uploadId } = request.params;
    const upload = await deps.uploads.find(uploadId);
    if (!upload || (upload.claimId === undefined && upload.submissionId === undefined))
      return refused("upload-not-found");
    const written = await (upload.claimId === undefined
      ? inSubmission(deps, request, upload)
      : inCase(deps, request, upload.claimId));
    if (!written.ok) return written;
    const after = await deps.uploads.find(uploadId);
    const [view] = after ? await waitingAttachments(deps, [after], request.now) : [];
    return view ? ok(view) : refused("upload-not-found");
  });

/**
 * Records the entry in the claim; also for an attachment of a recourse or a queja, which has both a claim and a
 * submission.
 */
async function inCase(deps: SubmissionsDeps, request: Request, claimId: string): Promise<Written> {
  const { body, caller: by, write, now } = request;
  const recorded = await record(deps, { claimId, now, write }, async () => {
    const decided = await decide(deps, request);
    if (!decided.ok) return decided;
    const { fileName, also } = decided.value;
    const details = { documentId: request.params.uploadId, fileName, ...(body.text !== "" && { text: body.text }) };
    return ok({ entries: [{ type: followUps[body.act], effectiveAt: now, by, details }], also: [also] });
  });
  if (recorded.ok) return recorded;
  const { error } = recorded;
  if (error === "not-now" || error === "busy" || error === "write-key-used") return { ...recorded, error };
  throw new Error(`what was done about ${request.params.uploadId} was not recorded in claim ${claimId}: ${error}`);
}

async function inSubmission(
  deps: SubmissionsDeps,
  request: Request,
  { submissionId = "" }: UploadRecord,
): Promise<Written> {
  const { body, caller, now } = request;
  const stepped = await stepSubmission(deps, submissionId, request, async () => {
    const decided = await decide(deps, request);
    if (!decided.ok) return decided;
    const { fileName, also } = decided.value;
    const text = [`«${fileName}».`, body.text].filter((part) => part !== "").join(" ");
    return ok({ step: { entry: { type: followUps[body.act], at: now, by: caller.sub, text } }, also: [also] });
  });
  if (stepped.ok) return stepped;
  return stepped.error === "submission-not-found" ? refused("upload-not-found") : { ...stepped, error: stepped.error };
}

/**
 * Returns the attachment's file name and the write that marks it. Refuses `not-now` if it is no longer on the list, or
 * may still come.
 */
async function decide(
  { uploads }: SubmissionsDeps,
  { params: { uploadId }, body: { act }, caller, now }: Request,
): Promise<Answer<{ readonly fileName: string; readonly also: Write }, "not-now">> {
  const upload = await uploads.find(uploadId);
  if (!upload?.waits)
    return refused("not-now", { detail: "Este archivo ya no está en la lista: llegó, se leyó o ya se atendió." });
  if (isOnItsWay(upload, now))
    return refused("not-now", { detail: "Este archivo todavía puede llegar. Espera un día desde que se anunció." });
  const also = act === "ask" ? uploads.ask(uploadId, now) : uploads.attend(uploadId, caller.sub, now);
  return ok({ fileName: upload.fileName, also });
}
