import { refused } from "../../../shared/contract/refusals.ts";
import { downloadAnswer as route } from "../../../shared/contract/submission/customer-submission-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { ownSubmission } from "./own-submission.ts";
import { filedAttachment } from "./submission-downloads.ts";

/**
 * Answers an address for a customer to download a file of the answer to their submission. Refuses
 * `submission-not-found` if the submission is not theirs; `document-not-found` if its answer has no such file, or if
 * the file never came or was refused by its check.
 */
export const downloadAnswer = (deps: SubmissionsDeps) =>
  serve(route, async ({ params: { submissionId, documentId }, caller, now }) => {
    const own = await ownSubmission(deps, caller.sub, submissionId);
    if (!own.ok) return own;
    const answers = own.value.entries.filter(({ type }) => type === "answered");
    return answers.some(({ attachments = [] }) =>
      attachments.some((attachment) => attachment.documentId === documentId),
    )
      ? filedAttachment(deps, own.value, documentId, now)
      : refused("document-not-found");
  });
