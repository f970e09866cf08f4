import { parseCode } from "../../shared/domain/claim-code.ts";
import type { SubmissionRecord } from "../../shared/storage/submissions.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

/** The claim a code names, however it is written; nothing where there is none. */
export async function claimOfCode(
  { caseFiles, tenant }: SubmissionsDeps,
  text: string,
): Promise<SubmissionRecord["claim"]> {
  const code = parseCode(tenant.office.claimCode.value, text);
  const claimId = code && (await caseFiles.claimOfCode(code));
  return code && claimId ? { claimId, code } : undefined;
}
