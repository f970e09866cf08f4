import { refused } from "../../../shared/contract/refusals.ts";
import { showDeskSubmission as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { submissionView } from "./submission-view.ts";

/** Answers any submission, for the clerk. Refuses `submission-not-found` if there is no such submission. */
export const showDeskSubmission = ({ submissions, tenant }: SubmissionsDeps) =>
  serve(route, async ({ params, now }) => {
    const submission = await submissions.find(params.submissionId);
    return submission ? ok(submissionView(submission, tenant, now)) : refused("submission-not-found");
  });
