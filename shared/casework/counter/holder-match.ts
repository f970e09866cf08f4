import { type RegisteredSupply, supplyToday } from "../../domain/billing/register-file.ts";
import type { Claimant } from "../../domain/filing/claim-form.ts";
import { normalizeDocument } from "../../domain/receipt/receipt.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";

/**
 * Compares a document number with that of the supply's holder on record. The record is the newer of the newest receipt
 * and the register, or the only one there is. Returns `not-on-record` if there is neither, or if the record has no
 * document number. The caller may reveal nothing else about the holder.
 * @param receipts newest first
 */
export function holderMatch(
  [newest]: readonly PaidReceipt[],
  documentNumber: string,
  registered: RegisteredSupply | undefined,
): "matches" | "does-not-match" | "not-on-record" {
  const today = supplyToday(newest?.receipt, registered);
  const onRecord = normalizeDocument(today?.holderDocNumber ?? "");
  if (onRecord === "") return "not-on-record";
  return onRecord === normalizeDocument(documentNumber) ? "matches" : "does-not-match";
}

/**
 * Returns whether a person who claims as holder gave a document number other than that of the holder on record. The
 * record is the newest receipt or the register, whichever is newer. False if they gave no document, claim in another
 * capacity, or no number is on record.
 * @param receipts newest first
 */
export function isAnothersDocument(
  { standing, document }: Pick<Claimant, "standing" | "document">,
  receipts: readonly PaidReceipt[],
  registered: RegisteredSupply | undefined,
): boolean {
  return (
    standing.as === "holder" &&
    document !== undefined &&
    holderMatch(receipts, document.number, registered) === "does-not-match"
  );
}
