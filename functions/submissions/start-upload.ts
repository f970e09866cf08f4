import { startUpload as route } from "../../shared/contract/upload-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { uploadTicket } from "./upload-ticket.ts";

/** Answers a customer a ticket to upload one file. Refuses as `uploadTicket` does. */
export const startUpload = (deps: SubmissionsDeps) =>
  serve(route, ({ body, caller, now }) => uploadTicket(deps, caller, body, now));
