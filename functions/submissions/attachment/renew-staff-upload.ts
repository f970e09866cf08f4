import { renewStaffUpload as route } from "../../../shared/contract/attachment/upload-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { renewedTicket } from "./upload-ticket.ts";

/**
 * Answers one of the staff another ticket for an upload that they announced. Refuses `upload-not-found` if the upload
 * is not theirs; `upload-settled` if it was checked already; `upload-not-taken` if `sha256` is not the announced one.
 */
export const renewStaffUpload = (deps: SubmissionsDeps) =>
  serve(route, ({ params, body, caller, now }) => renewedTicket(deps, caller.sub, { ...params, ...body }, now));
