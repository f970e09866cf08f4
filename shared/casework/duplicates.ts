import { lastEntry } from "../domain/case-events.ts";
import { lastEvent } from "../domain/claim-events.ts";
import { type Claim, isOver } from "../domain/claim-states.ts";
import type { ClaimType } from "../domain/claim-types.ts";
import { claimedReceipts } from "../domain/claimed-receipts.ts";
import type { CaseAccess } from "../storage/case-access.ts";
import type { CaseFiles } from "../storage/case-files.ts";
import type { SupplyClaims } from "../storage/supply-claims.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { caseAt } from "./case-at.ts";

/** Another claim about the same: same supply, type and some month (digest 1.5). */
export interface Duplicate {
  readonly claimId: string;
  readonly code: string;
  /** The receipts both are about. */
  readonly receipts: string[];
  /** Whether it was decided or given up for good, or still waits. */
  readonly decided: boolean;
}

/** What looking for duplicates works with. */
export interface DuplicateDeps {
  readonly tenant: Tenant;
  readonly caseFiles: Pick<CaseFiles, "read">;
  readonly supplyClaims: SupplyClaims;
  readonly caseAccess: CaseAccess;
}

/** What a claim would be a duplicate of. */
export interface Matter {
  readonly supplyCode: string;
  readonly claimType: ClaimType;
  readonly receipts: readonly { readonly number: string }[];
}

/** As of when, and which are told. */
interface DuplicateSearch {
  readonly now: string;
  /** A claim that is not its own duplicate. */
  readonly except?: string | undefined;
  /** Only those filed before this one. */
  readonly filedBefore?: string | undefined;
  /** Claims of the supply that its index may not show yet. */
  readonly alsoAmong?: readonly string[] | undefined;
  /** Only those the account may open; absent for staff. */
  readonly sub?: string | undefined;
}

/** Claims read for duplicates: a supply has a few. */
const claimsRead = 20;

/** What ended without deciding may be claimed again; who withdrew the claim itself, and not the procedure alone, gave it up. */
function mayBeClaimedAnew({ state, history }: Claim): boolean {
  return (
    state === "not-filed" || (state === "withdrawn" && lastEvent(history, "withdrawal-requested")?.of === "procedure")
  );
}

/**
 * Other claims about the same, pending or finally decided as of `now`, the last filed first: told and linked, never a
 * reason to refuse.
 */
export async function duplicatesOf(
  { caseFiles, supplyClaims, caseAccess, tenant }: DuplicateDeps,
  { supplyCode, claimType, receipts }: Matter,
  { now, except, filedBefore, alsoAmong = [], sub }: DuplicateSearch,
): Promise<readonly Duplicate[]> {
  if (receipts.length === 0) return [];
  const numbers = new Set(receipts.map(({ number }) => number));
  const heads = (await supplyClaims.heads(supplyCode, claimsRead, alsoAmong.toReversed())).filter(
    (head) =>
      head.claimId !== except &&
      (filedBefore === undefined || head.claimId < filedBefore) &&
      head.claimType === claimType &&
      head.receipts.some(({ number }) => numbers.has(number)),
  );
  const mayOpen = await Promise.all(heads.map(({ claimId }) => sub === undefined || caseAccess.mayOpen(sub, claimId)));
  const files = await Promise.all(heads.filter((_, at) => mayOpen[at]).map(({ claimId }) => caseFiles.read(claimId)));
  return files.flatMap((file) => {
    const filed = file && lastEntry(file.events, "claim-filed");
    // A write repeated later is told what it was told at first.
    if (!file || !filed || filed.recordedAt > now) return [];
    const { claim } = caseAt(file, tenant, now);
    const shared = claimedReceipts(file.events).flatMap(({ number }) => (numbers.has(number) ? number : []));
    const { claimId, code } = file.head;
    const decided = isOver(claim.state) || claim.state === "firm";
    return mayBeClaimedAnew(claim) ? [] : [{ claimId, code, receipts: shared, decided }];
  });
}
