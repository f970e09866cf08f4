import { takeSubmissionRemedy as route } from "../../shared/contract/desk-submission-routes.ts";
import { serve } from "../runtime/serve.ts";
import { remediedSubmission } from "./remedied-submission.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

/** Records what a person brought to mend their submission, taken by the clerk. Refuses as `remediedSubmission` does. */
export const takeSubmissionRemedy = (deps: SubmissionsDeps) =>
  serve(route, ({ params, body, caller, write, now }) =>
    remediedSubmission(deps, caller, { submissionId: params.submissionId, ...body, write }, now),
  );
