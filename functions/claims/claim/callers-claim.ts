import { type CaseAt, caseNow } from "../../../shared/casework/case/case-at.ts";
import { type CaseWrite, type Decision, type RecordRefusal, record } from "../../../shared/casework/case/record.ts";
import { claimView } from "../../../shared/casework/claim/claim-view.ts";
import { callerOf } from "../../../shared/casework/counter/claim-caller.ts";
import { type Answer, type RefusalKind, refused } from "../../../shared/contract/refusals.ts";
import type { WriteKey } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Customer } from "../../../shared/domain/work/people.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";
import type { ClaimDeps } from "../claim-deps.ts";

interface ClaimRequest {
  readonly params: { readonly claimId: string };
  readonly caller: Customer;
  readonly now: string;
}

/**
 * Returns a claim as it stands now, if the customer filed it or opened it with its key; with `recent` what came in the
 * last moments may be missing. Refuses `claim-not-found` if they did not, whether the claim exists or not.
 */
export async function callersClaim(
  { caseFiles, caseAccess, tenant }: ClaimDeps,
  { params: { claimId }, caller: { sub }, now }: ClaimRequest,
  how?: "recent",
): Promise<Answer<CaseAt, "claim-not-found">> {
  const file = (await caseAccess.mayOpen(sub, claimId)) ? await caseFiles.read(claimId, how) : undefined;
  return file ? ok(caseNow(file, tenant, now)) : refused("claim-not-found");
}

/**
 * Records what `decide` returns for the customer's claim as it is now, whatever version the customer saw, and returns
 * the claim after it. A write key seen before returns the claim as that write left it. Refuses what `decide` refuses;
 * `claim-not-found` if the customer neither filed nor opened the claim; `not-now` if the law does not allow an entry;
 * `write-key-used` if the key was used for other content; `busy` if other writes come first in every attempt.
 */
export async function recordInCallersClaim<Kind extends RefusalKind = never>(
  deps: ClaimDeps,
  { params: { claimId }, caller: { sub }, now, write }: ClaimRequest & { readonly write: WriteKey },
  decide: (at: CaseAt) => Answer<Decision, Kind> | Promise<Answer<Decision, Kind>>,
): Promise<Answer<CaseAt, Kind | RecordRefusal>> {
  if (!(await deps.caseAccess.mayOpen(sub, claimId))) return refused("claim-not-found");
  const request: CaseWrite = { claimId, now, write, reached: 1 };
  return record(deps, request, decide);
}

/**
 * Returns the claim as a customer sees it, with what they may do in it. Does not check that the customer may open the
 * claim.
 */
export function viewFor(at: CaseAt, { sub }: Customer, tenant: Tenant): ReturnType<typeof claimView> {
  return claimView(at, callerOf(at, sub), tenant);
}
