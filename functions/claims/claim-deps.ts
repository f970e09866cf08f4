import type { CopyDeps } from "../../shared/casework/case-copies.ts";
import type { FileClaimDeps } from "../../shared/casework/file-claim.ts";
import type { AccountContacts } from "../../shared/storage/account-contacts.ts";
import type { AttemptCounter } from "../../shared/storage/attempt-counter.ts";
import type { ContactCounter } from "../../shared/storage/attentions.ts";
import type { AccessGrants, CaseAccess } from "../../shared/storage/case-access.ts";
import type { ClaimDrafts } from "../../shared/storage/claim-drafts.ts";
import type { Confirmations } from "../../shared/storage/confirmations.ts";
import type { DailyCounts } from "../../shared/storage/daily-counts.ts";
import type { Problems } from "../../shared/storage/problems.ts";
import type { Profiles } from "../../shared/storage/profiles.ts";
import type { ReceiptNewsConsents } from "../../shared/storage/receipt-news.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { Submissions } from "../../shared/storage/submissions.ts";
import type { SupplyLinks } from "../../shared/storage/supply-links.ts";
import type { Uploads } from "../../shared/storage/uploads.ts";

export interface ClaimDeps extends FileClaimDeps, CopyDeps {
  readonly caseAccess: CaseAccess;
  readonly accessGrants: AccessGrants;
  readonly accountContacts: AccountContacts;
  readonly receiptReader: ReceiptReader;
  readonly attemptCounter: AttemptCounter;
  readonly supplyLinks: SupplyLinks;
  readonly claimDrafts: ClaimDrafts;
  readonly contactCounter: ContactCounter;
  readonly uploads: Uploads;
  readonly submissions: Submissions;
  readonly problems: Problems;
  readonly profiles: Profiles;
  readonly receiptNews: ReceiptNewsConsents;
  readonly confirmations: Confirmations;
  readonly dailyCounts: DailyCounts;
}
