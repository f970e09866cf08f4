import { normalizeDocument } from "../../shared/domain/receipt.ts";
import type { PaidReceipt } from "../../shared/storage/receipt-reader.ts";

/** Whether a document is the holder's by the newest receipt: all that is told of whose it is. */
export function holderMatch(
  [newest]: readonly PaidReceipt[],
  documentNumber: string,
): "matches" | "does-not-match" | "not-on-record" {
  const onRecord = normalizeDocument(newest?.receipt.holderDocNumber ?? "");
  if (onRecord === "") return "not-on-record";
  return onRecord === normalizeDocument(documentNumber) ? "matches" : "does-not-match";
}
