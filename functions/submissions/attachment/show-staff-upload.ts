import { showStaffUpload as route } from "../../../shared/contract/attachment/upload-routes.ts";
import { toUsted } from "../../../shared/contract/counter/to-usted.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { ownUpload } from "./own-upload.ts";

/**
 * Answers a member of the staff one of their uploads: its file's name and size, and its state, with the reason if it
 * was refused or could not be read. The state is `pending` until the file arrived and was checked. Refuses
 * `upload-not-found` if there is no such upload or it is not theirs.
 */
export const showStaffUpload = (deps: SubmissionsDeps) =>
  serve(route, async ({ params, caller }) => {
    const upload = await ownUpload(deps, caller.sub, params.uploadId);
    if (!upload.ok || upload.value.reason === undefined) return upload;
    return ok({ ...upload.value, reason: toUsted(upload.value.reason) });
  });
