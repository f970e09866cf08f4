import { showSubmission as route } from "../../../shared/contract/submission/customer-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { ownSubmission } from "./own-submission.ts";
import { forPerson, submissionView } from "./submission-view.ts";

/**
 * Answers a submission of the customer. Refuses `submission-not-found` if there is no such submission or it is not
 * theirs.
 */
export const showSubmission = (deps: SubmissionsDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const submission = await ownSubmission(deps, caller.sub, params.submissionId);
    return submission.ok ? ok(forPerson(submissionView(submission.value, deps.tenant, now))) : submission;
  });
