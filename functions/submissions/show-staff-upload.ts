import { showStaffUpload as route } from "../../shared/contract/submission-routes.ts";
import { serve } from "../runtime/serve.ts";
import { ownUpload } from "./own-upload.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

/** Answers whether an upload of the caller, of the staff, came and passed its check. Refuses `upload-not-found`. */
export const showStaffUpload = (deps: SubmissionsDeps) =>
  serve(route, ({ params, caller }) => ownUpload(deps, caller.sub, params.uploadId));
