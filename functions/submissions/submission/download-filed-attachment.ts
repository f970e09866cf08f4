import { pagePictures } from "../../../shared/casework/attachment/page-pictures.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { downloadFiledAttachment as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { filedAttachment } from "./submission-downloads.ts";

/**
 * Answers the clerk an address to download an attachment of a submission, of its remedies or of its answer, and one for
 * each picture of its pages. Refuses `submission-not-found` if there is no such submission; `document-not-found` if the
 * submission has no such attachment, or if its file never came or was refused.
 */
export const downloadFiledAttachment = (deps: SubmissionsDeps) =>
  serve(route, async ({ params: { submissionId, documentId }, now }) => {
    const submission = await deps.submissions.find(submissionId);
    if (!submission) return refused("submission-not-found");
    const attachment = await filedAttachment(deps, submission, documentId, now);
    return attachment.ok ? ok({ ...attachment.value, pages: await pagePictures(deps, documentId) }) : attachment;
  });
