import { lastEntry } from "../../domain/case/case-events.ts";
import { lastEvent } from "../../domain/case/claim-events.ts";
import { type Claim, isOver } from "../../domain/case/claim-states.ts";
import type { ClaimType } from "../../domain/case/claim-types.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import type { CaseFiles } from "../../storage/case/case-files.ts";
import type { CaseAccess } from "../../storage/case-copy/case-access.ts";
import type { SupplyClaims } from "../../storage/supply/supply-claims.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { caseAt } from "../case/case-at.ts";

/** Another claim about the same: same supply, type and some month (digest 1.5). */
export interface Duplicate {
  readonly claimId: string;
  readonly code: string;
  /** The numbers of the receipts that both are about. */
  readonly receipts: string[];
  /** Whether it was finally decided or given up; otherwise it is pending. */
  readonly decided: boolean;
}

export interface DuplicateDeps {
  readonly tenant: Tenant;
  readonly caseFiles: Pick<CaseFiles, "read">;
  readonly supplyClaims: SupplyClaims;
  readonly caseAccess: CaseAccess;
}

/** What a claim is about. */
export interface Matter {
  readonly supplyCode: string;
  readonly claimType: ClaimType;
  readonly receipts: readonly { readonly number: string }[];
}

/** Which claims are returned, and the instant `now` at which they are read. */
interface DuplicateSearch {
  readonly now: string;
  /** The claim itself, which is left out. */
  readonly except?: string | undefined;
  /** Only those filed before this one. */
  readonly filedBefore?: string | undefined;
  /** Claims of the supply that its index may not show yet. */
  readonly alsoAmong?: readonly string[] | undefined;
  /** Only those the account may open; absent for staff. */
  readonly sub?: string | undefined;
}

/** How many claims of a supply are read for duplicates: it has a few. */
const claimsRead = 20;

/**
 * Whether a claim ended undecided, so that the same may be claimed again. Withdrawing the claim, not only the
 * procedure, gives it up.
 */
function mayBeClaimedAnew({ state, history }: Claim): boolean {
  return (
    state === "not-filed" || (state === "withdrawn" && lastEvent(history, "withdrawal-requested")?.of === "procedure")
  );
}

/**
 * Returns the supply's claims of this type that share a receipt with this claim, as they stood at `now`, the last filed
 * first. Looks at the supply's last 20 claims and those in `alsoAmong`. Leaves out claims that the search excludes,
 * claims filed after `now`, and claims that may be filed again (in `not-filed`, or only the procedure withdrawn). Empty
 * if `receipts` is empty.
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
    // A repeated request gets the answer of the first: it asks as of then, when this claim was not filed.
    if (!file || !filed || filed.recordedAt > now) return [];
    const { claim } = caseAt(file, tenant, now);
    const shared = claimedReceipts(file.events).flatMap(({ number }) => (numbers.has(number) ? number : []));
    const { claimId, code } = file.head;
    const decided = isOver(claim.state) || claim.state === "firm";
    return mayBeClaimedAnew(claim) ? [] : [{ claimId, code, receipts: shared, decided }];
  });
}
