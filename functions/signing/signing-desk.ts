import type { IssueDesk } from "../../shared/casework/issue-document.ts";
import type { CaseDesk } from "../../shared/casework/record.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { ResolutionNumbers } from "../../shared/storage/resolution-numbers.ts";

/** What issuing and signing resolutions works with. */
export interface SigningDesk extends CaseDesk, IssueDesk {
  readonly receiptReader: ReceiptReader;
  readonly resolutionNumbers: ResolutionNumbers;
}
