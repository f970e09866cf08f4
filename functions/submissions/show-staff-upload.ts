import { showStaffUpload as route } from "../../shared/contract/upload-routes.ts";
import { serve } from "../runtime/serve.ts";
import { ownUpload } from "./own-upload.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

/** Whether a file of one of the staff came and passed. */
export const showStaffUpload = (deps: SubmissionsDeps) =>
  serve(route, ({ params, caller }) => ownUpload(deps, caller.sub, params.uploadId));
