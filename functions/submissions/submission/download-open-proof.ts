import { downloadOpenProof as route } from "../../../shared/contract/submission/open-submission-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { submissionByKey } from "./submission-by-key.ts";
import { submissionDocument } from "./submission-downloads.ts";

/**
 * Answers an address to download a document that the office made of a submission presented without an account, found by
 * its number and key. Refuses `submission-not-found` if the number is unknown, was presented from an account, or has
 * another key; `document-not-ready` if the document is not made yet.
 */
export const downloadOpenProof = (deps: SubmissionsDeps) =>
  serve(route, async ({ body, now }) => {
    const found = await submissionByKey(deps, body);
    return found.ok ? submissionDocument(deps, found.value, body.document, now) : found;
  });
