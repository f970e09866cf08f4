import type { Claimant } from "../domain/claim-form.ts";
import { normalizeDocument } from "../domain/receipt.ts";
import { type RegisteredSupply, supplyToday } from "../domain/register-file.ts";
import type { PaidReceipt } from "../storage/receipt-reader.ts";

/** Whether a document is the holder's by the newest receipt, or by a newer register: all that is told of whose it is. */
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

/** Whether who claims as holder gives a document that is not the register's; without a document nothing contradicts them. */
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
