import { showCase } from "../../contract/case/case-routes.ts";
import { type Answer, refused } from "../../contract/refusals.ts";
import { ok } from "../../domain/case/result.ts";
import type { Staff } from "../../domain/work/people.ts";
import type { CaseFile } from "../../storage/case/case-files.ts";
import { type CaseAt, caseNow } from "./case-at.ts";
import type { CaseDeps } from "./record.ts";

/**
 * Returns the case as it is now. With `recent`, reads at half the cost and may miss what was written in the last
 * moments. Refuses `claim-not-found` if there is no such case or the caller may not read it (`mayRead`).
 */
export async function openCase(
  { caseFiles, tenant }: Pick<CaseDeps, "caseFiles" | "tenant">,
  claimId: string,
  caller: Staff,
  now: string,
  how?: "recent",
): Promise<Answer<CaseAt, "claim-not-found">> {
  const file = await caseFiles.read(claimId, how);
  return file && mayRead(file, caller) ? ok(caseNow(file, tenant, now)) : refused("claim-not-found");
}

/**
 * Returns whether the caller may read the case. An inspector without another role may only if a visit of the case is
 * assigned to them.
 */
export function mayRead({ visits }: CaseFile, caller: Staff): boolean {
  const readsAll = showCase.roles.some((role) => role !== "inspector" && caller.roles.includes(role));
  return readsAll || visits.some(({ inspector }) => inspector?.sub === caller.sub);
}
