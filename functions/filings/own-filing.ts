import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import type { FilingsDesk } from "./filing-desk.ts";

/** A filing of the customer's own; of anybody else it is not there. */
export async function ownFiling(
  { filings }: FilingsDesk,
  sub: string,
  filingId: string,
): Promise<Answer<FilingRecord, "filing-not-found">> {
  const filing = await filings.find(filingId);
  return filing?.sub === sub ? ok(filing) : refused("filing-not-found");
}
