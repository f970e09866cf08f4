import { parseCode } from "../../../shared/domain/claim/claim-code.ts";
import type { SubmissionRecord } from "../../../shared/storage/submission/submissions.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";

/**
 * Returns the claim that has the code; capitals, blanks and dashes in the typed text do not matter. Undefined if no
 * claim has the code.
 */
export async function claimOfCode(
  { caseFiles, tenant }: SubmissionsDeps,
  text: string,
): Promise<SubmissionRecord["claim"]> {
  const code = parseCode(tenant.office.claimCode.value, text);
  const claimId = code && (await caseFiles.claimOfCode(code));
  return code && claimId ? { claimId, code } : undefined;
}
