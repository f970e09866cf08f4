import { takeSubmissionRemedy as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { remediedSubmission } from "./remedied-submission.ts";

/**
 * Records what a person brought to the clerk: the correction of their observed submission, or the copy of an attachment
 * that they were asked for. Refuses `not-now` if the days to correct it are over or nothing was asked for;
 * `upload-not-found` if a file is not the clerk's, was filed before or was refused by its check; `upload-not-taken` if
 * there are more than `maxFiles`. Also refuses `submission-not-found`, `write-key-used` and `busy`.
 */
export const takeSubmissionRemedy = (deps: SubmissionsDeps) =>
  serve(route, ({ params, body, caller, write, now }) =>
    remediedSubmission(deps, caller, { submissionId: params.submissionId, ...body, write }, now),
  );
