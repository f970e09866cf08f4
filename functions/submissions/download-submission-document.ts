import { downloadSubmissionDocument as route } from "../../shared/contract/desk-submission-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { serve } from "../runtime/serve.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { submissionDocument } from "./submission-documents.ts";

/** An address for the clerk to download or print an attachment the office made of a submission. */
export const downloadSubmissionDocument = (deps: SubmissionsDeps) =>
  serve(route, async ({ params: { submissionId, document }, now }) => {
    const submission = await deps.submissions.find(submissionId);
    return submission ? submissionDocument(deps, submission, document, now) : refused("submission-not-found");
  });
