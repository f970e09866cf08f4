import { parseCode } from "../../shared/domain/claim-code.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import type { FilingsDesk } from "./filing-desk.ts";

/** The claim a code names, however it is written; nothing where there is none. */
export async function claimOfCode({ caseFiles, tenant }: FilingsDesk, text: string): Promise<FilingRecord["claim"]> {
  const code = parseCode(tenant.office.claimCode.value, text);
  const claimId = code && (await caseFiles.claimOfCode(code));
  return code && claimId ? { claimId, code } : undefined;
}
