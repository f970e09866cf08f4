import type { AnswerOf } from "../../shared/contract/route.ts";
import type { attendAttachment } from "../../shared/contract/waiting-attachment-routes.ts";
import { onItsWaySince, type UploadRecord } from "../../shared/storage/uploads.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

type View = AnswerOf<typeof attendAttachment>;

/** Returns attachments as the clerk sees them, each with the submission or claim it was filed with. */
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
      ...(head && { claim: { claimId: head.claimId, code: head.code } }),
    };
  });
}

/** Whether an attachment was announced so recently that it may still come, so that nobody is asked for it yet. */
export function isOnItsWay({ state, createdAt }: UploadRecord, now: string): boolean {
  return state === "pending" && createdAt >= onItsWaySince(now);
}
