import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { SubmissionRecord } from "../../../shared/storage/submission/submissions.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";

/**
 * Returns a submission of the account `sub`. Refuses `submission-not-found` if there is no such submission or it is
 * another account's.
 */
export async function ownSubmission(
  { submissions }: SubmissionsDeps,
  sub: string,
  submissionId: string,
): Promise<Answer<SubmissionRecord, "submission-not-found">> {
  const submission = await submissions.find(submissionId);
  return submission?.sub === sub ? ok(submission) : refused("submission-not-found");
}
