import { remedySubmission as route } from "../../../shared/contract/submission/customer-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { ownSubmission } from "./own-submission.ts";
import { remediedSubmission } from "./remedied-submission.ts";
import { forPerson } from "./submission-view.ts";

/**
 * Records a customer's correction of their observed submission, or the copy of an attachment that they were asked for.
 * Refuses `submission-not-found` if the submission is not theirs; `not-now` if the days to correct it are over or
 * nothing was asked for; `upload-not-found` if a file is not theirs, was filed before or was refused by its check;
 * `upload-not-taken` if there are more than `maxFiles`. Also refuses `write-key-used` and `busy`.
 */
export const remedySubmission = (deps: SubmissionsDeps) =>
  serve(route, async ({ params, body, caller, write, now }) => {
    const own = await ownSubmission(deps, caller.sub, params.submissionId);
    if (!own.ok) return own;
    const done = await remediedSubmission(deps, caller, { submissionId: params.submissionId, ...body, write }, now);
    return done.ok ? ok(forPerson(done.value)) : done;
  });
