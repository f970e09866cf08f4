import { downloadOpenProof as route } from "../../shared/contract/open-submission-routes.ts";
import { serve } from "../runtime/serve.ts";
import { submissionByKey } from "./submission-by-key.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { submissionDocument } from "./submission-downloads.ts";

/**
 * Answers an address to download a document that the office made of what was presented without an account, by its
 * number and key. Refuses `submission-not-found`, and `document-not-ready` until it is made.
 */
export const downloadOpenProof = (deps: SubmissionsDeps) =>
  serve(route, async ({ body, now }) => {
    const found = await submissionByKey(deps, body);
    return found.ok ? submissionDocument(deps, found.value, body.document, now) : found;
  });
