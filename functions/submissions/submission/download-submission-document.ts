import { refused } from "../../../shared/contract/refusals.ts";
import { downloadSubmissionDocument as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { submissionDocument } from "./submission-downloads.ts";

/**
 * Answers the clerk an address to download a document that the office made of a submission. Refuses
 * `submission-not-found` if there is no such submission; `document-not-ready` if the document is not made yet.
 */
export const downloadSubmissionDocument = (deps: SubmissionsDeps) =>
  serve(route, async ({ params: { submissionId, document }, now }) => {
    const submission = await deps.submissions.find(submissionId);
    return submission ? submissionDocument(deps, submission, document, now) : refused("submission-not-found");
  });
