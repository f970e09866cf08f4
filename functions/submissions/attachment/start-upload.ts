import { startUpload as route } from "../../../shared/contract/attachment/upload-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { uploadTicket } from "./upload-ticket.ts";

/**
 * Announces a file of a customer and answers the ticket to upload it. Refuses `upload-not-taken` if the file is over
 * `uploadMaxMb` or its type is not taken; `too-many-uploads` if the account announced `uploadsPerDay` files today
 * already.
 */
export const startUpload = (deps: SubmissionsDeps) =>
  serve(route, ({ body, caller, now }) => uploadTicket(deps, caller, body, now));
