import { showUpload as route } from "../../../shared/contract/attachment/upload-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { ownUpload } from "./own-upload.ts";

/**
 * Answers a customer one of their uploads: its file's name and size, and its state, with the reason if it was refused
 * or could not be read. The state is `pending` until the file arrived and was checked. Refuses `upload-not-found` if
 * there is no such upload or it is not theirs.
 */
export const showUpload = (deps: SubmissionsDeps) =>
  serve(route, ({ params, caller }) => ownUpload(deps, caller.sub, params.uploadId));
