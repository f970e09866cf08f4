import type { checkClaim } from "../contract/claim-routes.ts";
import { type Answer, refused } from "../contract/refusals.ts";
import type { RequestOf } from "../contract/route.ts";
import type { OfficeChannel } from "../domain/office-hours.ts";
import { receiptKey } from "../domain/receipt.ts";
import { ok } from "../domain/result.ts";
import type { ReceiptReader } from "../storage/receipt-reader.ts";
import { claimableMonths } from "./claimable-months.ts";
import { receiptsNamed } from "./disputed-receipts.ts";
import { type DuplicateDeps, duplicatesOf } from "./duplicate-claims.ts";
import { filedOnAt } from "./filed-on.ts";
import { findingsOfClaim } from "./findings.ts";

export interface PreCheckDeps extends DuplicateDeps {
  readonly receiptReader: ReceiptReader;
}

/** A claim that is not sent yet, and whose duplicates are looked for: `sub`'s alone, or with no `sub` everybody's. */
interface Unsent {
  readonly supplyCode: string;
  readonly channel: OfficeChannel;
  readonly typed: Omit<RequestOf<typeof checkClaim>["body"], "linkId" | "declares">;
  readonly declared: boolean;
  readonly now: string;
  readonly sub?: string;
}

/**
 * Returns the findings of a claim before it is sent. A claim without a type is checked as one about measured
 * consumption (F01). Writes nothing, and no finding stops the filing later. Refuses `receipt-not-found` if a named
 * receipt is not among those of the supply's last 24 billed months.
 */
export async function preCheck(
  deps: PreCheckDeps,
  { supplyCode, channel, typed, declared, now, ...search }: Unsent,
): Promise<Answer<{ findings: ReturnType<typeof findingsOfClaim> }, "receipt-not-found">> {
  const { receipts: named = [], claimType = "F01", claimant = {}, grounds, meterTest } = typed;
  const receipts = receiptsNamed(await deps.receiptReader.lastMonths(supplyCode, claimableMonths), named);
  if (!receipts.ok) return refused("receipt-not-found");
  const matter = { supplyCode, claimType, receipts: receipts.value.map(({ receipt }) => receiptKey(receipt)) };
  const claim = {
    filedOn: filedOnAt(deps.tenant, now),
    filedAt: now,
    channel,
    claimType,
    claimant,
    grounds,
    meterTest,
    declared,
    receipts: receipts.value,
    duplicates: await duplicatesOf(deps, matter, { now, ...search }),
  };
  return ok({ findings: findingsOfClaim(claim, deps.tenant) });
}
