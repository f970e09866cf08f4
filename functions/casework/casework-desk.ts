import type { CopyDesk } from "../../shared/casework/case-copies.ts";
import type { FilingDesk } from "../../shared/casework/file-claim.ts";
import type { Confirmations } from "../../shared/storage/confirmations.ts";
import type { EvidenceDownloads } from "../../shared/storage/evidence.ts";
import type { ExportDownloads } from "../../shared/storage/export-files.ts";
import type { Filings } from "../../shared/storage/filings.ts";
import type { SentNotices } from "../../shared/storage/fixed-notices.ts";
import type { Problems } from "../../shared/storage/problems.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { ResolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
import type { Uploads } from "../../shared/storage/uploads.ts";

/** What the staff's operations on claims work with. */
export interface CaseworkDesk extends FilingDesk, CopyDesk {
  readonly receiptReader: ReceiptReader;
  readonly uploads: Uploads;
  readonly problems: Problems;
  readonly filings: Filings;
  readonly confirmations: Confirmations;
  readonly resolutionNumbers: ResolutionNumbers;
  readonly sentNotices: SentNotices;
  /** Of the tribunal's copies of case files. */
  readonly packageDownloads: ExportDownloads;
  readonly pageViews: EvidenceDownloads;
}
