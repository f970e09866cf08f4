import { createHash } from "node:crypto";
import { type CaseEvent, lastEntry } from "../domain/case-events.ts";
import { claimedReceipts } from "../domain/claimed-receipts.ts";
import type { HoldStatement } from "../storage/seals.ts";

/** What the seal on a «No cortar» says: the same for the same entries, so that anybody can make its check code again. */
export function holdStatement(events: readonly CaseEvent[]): HoldStatement | undefined {
  const filing = lastEntry(events, "claim-filed");
  const receipts = claimedReceipts(events).map(({ number }) => number);
  if (!filing || receipts.length === 0) return undefined;
  const { code, form } = filing.details;
  return { kind: "hold", claimCode: code, supplyCode: form.supplyCode, receipts, since: filing.filedOn };
}

/** Eight signs that a crew reads over the radio: of the statement's SHA-256, `4F0A-91C2`. @param statement its RFC 8785 JSON */
export function checkCodeOf(statement: string): string {
  const digest = createHash("sha256").update(statement).digest("hex").toUpperCase();
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}`;
}
