import type { checkClaim } from "../../contract/claim/claim-routes.ts";
import type { RequestOf } from "../../contract/route.ts";
import { receiptKey } from "../../domain/receipt/receipt.ts";
import type { OfficeChannel } from "../../domain/term/office-hours.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";
import { findingsOfClaim } from "../case/findings.ts";
import { type DuplicateDeps, duplicatesOf } from "./duplicate-claims.ts";
import { filedOnAt } from "./filed-on.ts";

/** A claim that is not sent yet, and whose duplicates are looked for: `sub`'s alone, or with no `sub` everybody's. */
interface Unsent {
  readonly supplyCode: string;
  /** Those of the receipts it names that are on record. */
  readonly receipts: readonly PaidReceipt[];
  readonly channel: OfficeChannel;
  readonly typed: Omit<RequestOf<typeof checkClaim>["body"], "linkId" | "declares">;
  readonly declared: boolean;
  readonly now: string;
  readonly sub?: string;
}

/**
 * Returns the findings of a claim before it is sent. A claim without a type is checked as one about measured
 * consumption (F01). Writes nothing, and no finding stops the filing later.
 */
export async function preCheck(
  deps: DuplicateDeps,
  { supplyCode, receipts, channel, typed, declared, now, ...search }: Unsent,
): Promise<{ findings: ReturnType<typeof findingsOfClaim> }> {
  const { claimType = "F01", claimant = {}, grounds, meterTest, meterReading } = typed;
  const matter = { supplyCode, claimType, receipts: receipts.map(({ receipt }) => receiptKey(receipt)) };
  const claim = {
    filedOn: filedOnAt(deps.tenant, now),
    filedAt: now,
    channel,
    claimType,
    claimant,
    grounds,
    meterTest,
    meterReading,
    declared,
    receipts,
    duplicates: await duplicatesOf(deps, matter, { now, ...search }),
  };
  return { findings: findingsOfClaim(claim, deps.tenant) };
}
