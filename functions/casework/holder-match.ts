import { normalizeDocument } from "../../shared/domain/receipt.ts";
import { type RegisteredSupply, supplyToday } from "../../shared/domain/register-file.ts";
import type { PaidReceipt } from "../../shared/storage/receipt-reader.ts";

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
