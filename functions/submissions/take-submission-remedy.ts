import { takeSubmissionRemedy as route } from "../../shared/contract/desk-submission-routes.ts";
import { serve } from "../runtime/serve.ts";
import { remediedSubmission } from "./remedied-submission.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

/**
 * Records what a person brought to the clerk: the remedy of their observed submission, or the copy of an attachment
 * they were asked for. Refuses `not-now` if the days to remedy it are over or if nothing was asked for;
 * `upload-not-found` if an upload is not the clerk's; `upload-not-taken` if there are more than `maxFiles`. Also
 * refuses as `stepSubmission` does: used key, busy.
 */
export const takeSubmissionRemedy = (deps: SubmissionsDeps) =>
  serve(route, ({ params, body, caller, write, now }) =>
    remediedSubmission(deps, caller, { submissionId: params.submissionId, ...body, write }, now),
  );
