import { type CaseAt, caseNow } from "../../../shared/casework/case/case-at.ts";
import { type Decision, record } from "../../../shared/casework/case/record.ts";
import { handingKey } from "../../../shared/casework/case/staff-acts.ts";
import { type Handing, inspectorChange } from "../../../shared/casework/work/hand-over.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { WriteKey } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { StaffRecord } from "../../../shared/storage/register/staff-register.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/** A visit that is given to somebody, by a write that may be sent again. */
export interface GivenVisit {
  readonly claimId: string;
  readonly inspectionId: string;
  /** The new inspector; undefined if the register lacks them: nothing is given then. */
  readonly to: StaffRecord | undefined;
  /** In Lima, `YYYY-MM-DD`. */
  readonly today: string;
  readonly handing: Handing;
  readonly write: WriteKey;
  readonly now: string;
}

/**
 * Gives the visits of other claims that the visit `given.inspectionId` serves to the inspector `given.to`. Records each
 * in its own case, once for each write key. Leaves out a visit that cannot be given (such as one reported meanwhile),
 * and one that is not on the day and hour of the visit that serves it.
 */
export async function giveServedVisits(deps: CaseworkDeps, given: GivenVisit): Promise<void> {
  const file = await deps.caseFiles.read(given.claimId);
  const main = file?.visits.find(({ inspectionId }) => inspectionId === given.inspectionId);
  for (const { claimId, inspectionId } of file?.served.filter(({ of }) => of === given.inspectionId) ?? []) {
    const served = await deps.caseFiles.read(claimId);
    const visit = served?.visits.find((one) => one.inspectionId === inspectionId);
    if (!main || visit?.on !== main.on || visit.from !== main.from) continue;
    const change = (at: CaseAt) => inspectorChange(deps, at, { ...given, inspectionId, isServed: true }, given.handing);
    if (served && change(caseNow(served, deps.tenant, given.now)).ok)
      await recordGiven(deps, { ...given, claimId, inspectionId }, change);
  }
}

/**
 * Records what `decide` returns in a case, under the `handingKey` of `write`, the claim and the visit. Returns whether
 * this call recorded any entry. Refuses `not-now` if `decide` refuses `not-now` or the law does not allow an entry.
 * Throws if the write is refused for another reason.
 */
export async function recordGiven(
  deps: CaseworkDeps,
  {
    claimId,
    inspectionId,
    write,
    now,
  }: Pick<GivenVisit, "claimId" | "write" | "now"> & { readonly inspectionId: string },
  decide: (at: CaseAt) => Answer<Decision, "not-now" | "inspection-not-found">,
): Promise<Answer<boolean, "not-now">> {
  let changed = false;
  const key = { key: handingKey(write.key, claimId, inspectionId), contentHash: write.contentHash };
  const recorded = await record(deps, { claimId, now, write: key }, (at) => {
    const decided = decide(at);
    changed = decided.ok && decided.value.entries.length > 0;
    return decided;
  });
  if (recorded.ok) return ok(changed);
  if (recorded.error === "not-now") return refused("not-now", { detail: recorded.detail ?? "" });
  throw new Error(`claim ${claimId} was not handed over: ${recorded.error}`);
}
