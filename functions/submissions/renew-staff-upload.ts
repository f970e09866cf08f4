import { renewStaffUpload as route } from "../../shared/contract/upload-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { renewedTicket } from "./upload-ticket.ts";

/**
 * Answers one of the staff another ticket for their upload. Refuses `upload-not-found` if it is not theirs;
 * `upload-settled` once it was checked; `upload-not-taken` for other bytes than were announced.
 */
export const renewStaffUpload = (deps: SubmissionsDeps) =>
  serve(route, ({ params, body, caller, now }) => renewedTicket(deps, caller.sub, { ...params, ...body }, now));
