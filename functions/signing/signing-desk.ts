import type { CaseDesk } from "../../shared/casework/record.ts";
import type { Press } from "../../shared/documents/press.ts";
import type { Evidence } from "../../shared/storage/evidence.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { ResolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
import type { Seals } from "../../shared/storage/seals.ts";

/** What issuing and signing resolutions works with. */
export interface SigningDesk extends CaseDesk {
  readonly receiptReader: ReceiptReader;
  readonly resolutionNumbers: ResolutionNumbers;
  readonly documents: Evidence;
  readonly seals: Seals;
  readonly press: Press;
}
