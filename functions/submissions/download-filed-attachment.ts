import { pagePictures } from "../../shared/casework/page-pictures.ts";
import { downloadFiledAttachment as route } from "../../shared/contract/desk-submission-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { filedAttachment } from "./submission-documents.ts";

/** Addresses for the clerk of an attachment of a submission and its pages, or of what was brought or answered since. */
export const downloadFiledAttachment = (deps: SubmissionsDeps) =>
  serve(route, async ({ params: { submissionId, documentId }, now }) => {
    const submission = await deps.submissions.find(submissionId);
    if (!submission) return refused("submission-not-found");
    const attachment = await filedAttachment(deps, submission, documentId, now);
    return attachment.ok ? ok({ ...attachment.value, pages: await pagePictures(deps, documentId) }) : attachment;
  });
