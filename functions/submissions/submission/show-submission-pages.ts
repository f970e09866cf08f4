import { drawnPages } from "../../../shared/casework/attachment/page-pictures.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { showSubmissionPages as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";

/**
 * Answers the clerk the pictures of a document that the office made of a submission, as `drawnPages` has them. Refuses
 * `submission-not-found` if there is no such submission; `document-not-ready` if the document is not made yet.
 */
export const showSubmissionPages = (deps: SubmissionsDeps) =>
  serve(route, async ({ params: { submissionId, document }, now }) => {
    const submission = await deps.submissions.find(submissionId);
    if (!submission) return refused("submission-not-found");
    const made = submission[document];
    return made ? ok(await drawnPages(deps, made, now)) : refused("document-not-ready");
  });
