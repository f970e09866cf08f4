import { startStaffUpload as route } from "../../shared/contract/upload-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { uploadTicket } from "./upload-ticket.ts";

/** Answers one of the staff a ticket to upload one file. Refuses as `uploadTicket` does. */
export const startStaffUpload = (deps: SubmissionsDeps) =>
  serve(route, ({ body, caller, now }) => uploadTicket(deps, caller, body, now));
