import { createHash } from "node:crypto";
import { type CaseEvent, lastEntry } from "../../domain/case/case-events.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import type { HoldStatement } from "../../storage/seal/seals.ts";

/**
 * Returns the statement that is sealed on a «No cortar»: claim, supply, receipts and filing day. The same entries
 * always give the same statement. Undefined for a claim about no receipts.
 */
export function holdStatement(events: readonly CaseEvent[]): HoldStatement | undefined {
  const filing = lastEntry(events, "claim-filed");
  const receipts = claimedReceipts(events).map(({ number }) => number);
  if (!filing || receipts.length === 0) return undefined;
  const { code, form } = filing.details;
  return { kind: "hold", claimCode: code, supplyCode: form.supplyCode, receipts, since: filing.filedOn };
}

/**
 * Returns the check code that a crew reads over the radio, such as `4F0A-91C2`: the first eight hexadecimal digits of
 * the statement's SHA-256, so that anybody can compute it again.
 * @param statement the RFC 8785 JSON of the hold statement
 */
export function checkCodeOf(statement: string): string {
  const digest = createHash("sha256").update(statement).digest("hex").toUpperCase();
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}`;
}
