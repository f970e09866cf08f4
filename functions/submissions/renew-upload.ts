import { renewUpload as route } from "../../shared/contract/upload-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { renewedTicket } from "./upload-ticket.ts";

/** Another ticket for a customer's file that did not arrive. */
export const renewUpload = (deps: SubmissionsDeps) =>
  serve(route, ({ params, body, caller, now }) => renewedTicket(deps, caller.sub, { ...params, ...body }, now));
