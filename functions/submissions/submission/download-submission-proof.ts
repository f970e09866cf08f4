import { downloadSubmissionProof as route } from "../../../shared/contract/submission/customer-submission-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { ownSubmission } from "./own-submission.ts";
import { submissionDocument } from "./submission-downloads.ts";

/**
 * Answers a customer an address to download a document that the office made of their submission. Refuses
 * `submission-not-found` if there is no such submission or it is not theirs; `document-not-ready` if the document is
 * not made yet.
 */
export const downloadSubmissionProof = (deps: SubmissionsDeps) =>
  serve(route, async ({ params: { submissionId, document }, caller, now }) => {
    const own = await ownSubmission(deps, caller.sub, submissionId);
    return own.ok ? submissionDocument(deps, own.value, document, now) : own;
  });
