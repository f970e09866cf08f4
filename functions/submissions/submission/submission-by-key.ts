import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { parseCode } from "../../../shared/domain/claim/claim-code.ts";
import type { SubmissionRecord } from "../../../shared/storage/submission/submissions.ts";
import { isSameSecret } from "../../runtime/same-secret.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";

/**
 * Returns the submission that was presented without an account and has this number and key. Refuses
 * `submission-not-found` alike if no submission has the number, if it was presented from an account, or if the key is
 * wrong. Wrong keys are not counted, because nobody finds 128 bits by trying.
 */
export async function submissionByKey(
  { caseFiles, submissions, tenant }: SubmissionsDeps,
  { number: written, submissionKey }: { readonly number: string; readonly submissionKey: string },
): Promise<Answer<SubmissionRecord, "submission-not-found">> {
  const number = parseCode(tenant.office.submissionCode.value, written);
  const found = number === undefined ? undefined : await caseFiles.numbered(number);
  const submission = found?.what === "submission" ? await submissions.find(found.id) : undefined;
  return submission?.key !== undefined && isSameSecret(submissionKey, submission.key)
    ? ok(submission)
    : refused("submission-not-found", {
        detail: "Revisa el número, que está en tu constancia, y la clave que anotaste al presentarlo.",
      });
}
