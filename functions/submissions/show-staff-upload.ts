import { showStaffUpload as route } from "../../shared/contract/upload-routes.ts";
import { serve } from "../runtime/serve.ts";
import { ownUpload } from "./own-upload.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

/**
 * Answers one of the staff whether their upload came and passed its check. Refuses `upload-not-found` for any other.
 */
export const showStaffUpload = (deps: SubmissionsDeps) =>
  serve(route, ({ params, caller }) => ownUpload(deps, caller.sub, params.uploadId));
