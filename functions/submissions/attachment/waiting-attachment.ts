import type { attendAttachment } from "../../../shared/contract/attachment/waiting-attachment-routes.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import { onItsWaySince, type UploadRecord } from "../../../shared/storage/attachment/uploads.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";

type View = AnswerOf<typeof attendAttachment>;

/**
 * Returns uploads as the clerk sees them, in the order of `uploads`. Each has the submission, request for attention and
 * claim it was filed with, as far as these are found. `waits` is whether the upload is on the list of waiting
 * attachments; `onItsWay`, whether its file may still come.
 */
export async function waitingAttachments(
  { submissions, caseFiles }: SubmissionsDeps,
  uploads: readonly UploadRecord[],
  now: string,
): Promise<View[]> {
  const [filed, heads] = await Promise.all([
    submissions.named(uploads.flatMap(({ submissionId }) => submissionId ?? [])),
    caseFiles.heads([...new Set(uploads.flatMap(({ claimId }) => claimId ?? []))]),
  ]);
  return uploads.map((upload) => {
    const submission = filed.find(({ submissionId }) => submissionId === upload.submissionId);
    const head = heads.find(({ claimId }) => claimId === upload.claimId);
    const { documentId: uploadId, fileName, sizeBytes, state, createdAt, reason, remindedAt, askedAt, waits } = upload;
    return {
      uploadId,
      fileName,
      sizeBytes,
      state,
      announcedAt: createdAt,
      onItsWay: isOnItsWay(upload, now),
      waits: waits === true,
      ...(reason !== undefined && { reason }),
      ...(remindedAt !== undefined && { remindedAt }),
      ...(askedAt !== undefined && { askedAt }),
      ...(submission && { submission: { submissionId: submission.submissionId, number: submission.number } }),
      ...(upload.problemId !== undefined && { problemId: upload.problemId }),
      ...(head && { claim: { claimId: head.claimId, code: head.code } }),
    };
  });
}

/**
 * Returns whether the file of an upload may still come, so that nobody is asked for it yet: it has not arrived and was
 * announced within the last 24 hours.
 */
export function isOnItsWay({ state, createdAt }: UploadRecord, now: string): boolean {
  return state === "pending" && createdAt >= onItsWaySince(now);
}
