import type { FilingDesk } from "../../shared/casework/file-claim.ts";
import type { Confirmations } from "../../shared/storage/confirmations.ts";
import type { EvidenceDownloads } from "../../shared/storage/evidence.ts";
import type { Filings } from "../../shared/storage/filings.ts";
import type { Problems } from "../../shared/storage/problems.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { ResolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
import type { Uploads } from "../../shared/storage/uploads.ts";

/** What the staff's operations on claims work with. */
export interface CaseworkDesk extends FilingDesk {
  readonly receiptReader: ReceiptReader;
  readonly uploads: Uploads;
  readonly problems: Problems;
  readonly filings: Filings;
  readonly confirmations: Confirmations;
  readonly resolutionNumbers: ResolutionNumbers;
  readonly paperDownloads: EvidenceDownloads;
  readonly documentDownloads: EvidenceDownloads;
}
