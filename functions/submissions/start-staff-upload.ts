import { startStaffUpload as route } from "../../shared/contract/upload-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { uploadTicket } from "./upload-ticket.ts";

/**
 * Announces a file of one of the staff and answers the ticket to upload it. Refuses `upload-not-taken` for its size or
 * type; `too-many-uploads` once they announced the day's most.
 */
export const startStaffUpload = (deps: SubmissionsDeps) =>
  serve(route, ({ body, caller, now }) => uploadTicket(deps, caller, body, now));
