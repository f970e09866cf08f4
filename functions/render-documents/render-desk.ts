import type { IssueDesk } from "../../shared/casework/issue-document.ts";
import type { CaseDesk } from "../../shared/casework/record.ts";
import type { Filings } from "../../shared/storage/filings.ts";
import type { Outages } from "../../shared/storage/outages.ts";
import type { Problems } from "../../shared/storage/problems.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { SupplyLinks } from "../../shared/storage/supply-links.ts";

/** What making documents works with. */
export interface RenderDesk extends CaseDesk, IssueDesk {
  readonly filings: Filings;
  readonly outages: Outages;
  readonly problems: Problems;
  readonly supplyLinks: Pick<SupplyLinks, "list">;
  readonly receiptReader: ReceiptReader;
  readonly now: () => string;
}
