import type { FilingDesk } from "../../shared/casework/file-claim.ts";
import type { EvidenceDownloads } from "../../shared/storage/evidence.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { Uploads } from "../../shared/storage/uploads.ts";

/** What the staff's operations on claims work with. */
export interface CaseworkDesk extends FilingDesk {
  readonly receiptReader: ReceiptReader;
  readonly uploads: Uploads;
  readonly paperDownloads: EvidenceDownloads;
  readonly documentDownloads: EvidenceDownloads;
}
