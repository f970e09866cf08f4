import type { CopyDeps } from "../../shared/casework/case-copy/case-copies.ts";
import type { FileClaimDeps } from "../../shared/casework/filing/file-claim.ts";
import type { Uploads } from "../../shared/storage/attachment/uploads.ts";
import type { AttemptCounter } from "../../shared/storage/attempt-counter.ts";
import type { ReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import type { DailyCounts } from "../../shared/storage/board/daily-counts.ts";
import type { AccessGrants, CaseAccess } from "../../shared/storage/case-copy/case-access.ts";
import type { AccountContacts } from "../../shared/storage/claim/account-contacts.ts";
import type { ContactCounter } from "../../shared/storage/counter/attentions.ts";
import type { Confirmations } from "../../shared/storage/counter/confirmations.ts";
import type { ClaimDrafts } from "../../shared/storage/filing/claim-drafts.ts";
import type { Profiles } from "../../shared/storage/notice/profiles.ts";
import type { ReceiptNewsConsents } from "../../shared/storage/notice/receipt-news.ts";
import type { Problems } from "../../shared/storage/problem/problems.ts";
import type { Submissions } from "../../shared/storage/submission/submissions.ts";
import type { SupplyLinks } from "../../shared/storage/supply/supply-links.ts";

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
