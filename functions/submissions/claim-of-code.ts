import { parseCode } from "../../shared/domain/claim-code.ts";
import type { SubmissionRecord } from "../../shared/storage/submissions.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

/** Returns the claim of a code, however it is typed; undefined if it is no claim's. */
export async function claimOfCode(
  { caseFiles, tenant }: SubmissionsDeps,
  text: string,
): Promise<SubmissionRecord["claim"]> {
  const code = parseCode(tenant.office.claimCode.value, text);
  const claimId = code && (await caseFiles.claimOfCode(code));
  return code && claimId ? { claimId, code } : undefined;
}
