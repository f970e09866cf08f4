import type { CopyDesk } from "../../shared/casework/case-copies.ts";
import type { FilingDesk } from "../../shared/casework/file-claim.ts";
import type { ContactCounter } from "../../shared/storage/attentions.ts";
import type { ClaimDrafts } from "../../shared/storage/claim-drafts.ts";
import type { Filings } from "../../shared/storage/filings.ts";
import type { GuessCounter } from "../../shared/storage/guess-counter.ts";
import type { Problems } from "../../shared/storage/problems.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { SupplyLinks } from "../../shared/storage/supply-links.ts";
import type { Uploads } from "../../shared/storage/uploads.ts";

/** What the operations of this function work with. */
export interface ClaimDesk extends FilingDesk, CopyDesk {
  readonly receiptReader: ReceiptReader;
  readonly guessCounter: GuessCounter;
  readonly supplyLinks: SupplyLinks;
  readonly claimDrafts: ClaimDrafts;
  readonly contacts: ContactCounter;
  readonly uploads: Uploads;
  readonly filings: Filings;
  readonly problems: Problems;
}
