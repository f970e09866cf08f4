import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { downloadSubmissionProof } from "../../../shared/contract/submission/customer-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { isKept } from "../../../shared/domain/filing/claim-form.ts";
import type { SubmissionDocumentName } from "../../../shared/domain/submission/submission.ts";
import { neutralName } from "../../../shared/storage/evidence.ts";
import { linkExpiry } from "../../../shared/storage/resolution/presigned.ts";
import type { SubmissionRecord } from "../../../shared/storage/submission/submissions.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";

/**
 * Returns an address to download a document that the office made of a submission. Refuses `document-not-ready` if that
 * document is not made yet.
 */
export async function submissionDocument(
  { documentDownloads }: SubmissionsDeps,
  submission: SubmissionRecord,
  name: SubmissionDocumentName,
  now: string,
): Promise<Answer<AnswerOf<typeof downloadSubmissionProof>, "document-not-ready">> {
  const document = submission[name];
  if (!document) return refused("document-not-ready");
  const { documentId, fileName, sha256 } = document;
  const url = await documentDownloads.link(documentId, fileName);
  return ok({ url, sha256, fileName, expiresAt: linkExpiry(now) });
}

/**
 * Returns an address to download an attachment of a submission or of one of its entries. Refuses `document-not-found`
 * if there is no such attachment, or if its file never came or was refused: nobody is shown such files.
 */
export async function filedAttachment(
  { attachmentDownloads }: SubmissionsDeps,
  submission: SubmissionRecord,
  documentId: string,
  now: string,
): Promise<Answer<AnswerOf<typeof downloadSubmissionProof>, "document-not-found">> {
  const attachments = [
    ...submission.attachments,
    ...submission.entries.flatMap(({ attachments: brought = [] }) => brought),
  ];
  const attachment = attachments.find((each) => each.documentId === documentId && isKept(each.state));
  if (!attachment) return refused("document-not-found");
  const { fileName, sha256 } = attachment;
  const url = await attachmentDownloads.link(documentId, neutralName(submission.number, documentId, fileName));
  return ok({ url, sha256, fileName, expiresAt: linkExpiry(now) });
}
