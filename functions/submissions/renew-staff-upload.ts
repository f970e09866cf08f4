import { renewStaffUpload as route } from "../../shared/contract/submission-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { renewedTicket } from "./upload-ticket.ts";

/** Answers another ticket for an upload of the caller, of the staff. Refuses as `renewedTicket` does. */
export const renewStaffUpload = (deps: SubmissionsDeps) =>
  serve(route, ({ params, body, caller, now }) => renewedTicket(deps, caller.sub, { ...params, ...body }, now));
