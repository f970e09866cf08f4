import { showUpload as route } from "../../shared/contract/upload-routes.ts";
import { serve } from "../runtime/serve.ts";
import { ownUpload } from "./own-upload.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

/**
 * Answers a customer the state of their upload: whether the file arrived and passed its check. Refuses
 * `upload-not-found` if the upload is not theirs.
 */
export const showUpload = (deps: SubmissionsDeps) =>
  serve(route, ({ params, caller }) => ownUpload(deps, caller.sub, params.uploadId));
