import type { CaseDeps } from "../../shared/casework/case/record.ts";
import type { ReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import type { DailyCounts } from "../../shared/storage/board/daily-counts.ts";
import type { AccountContacts } from "../../shared/storage/claim/account-contacts.ts";
import type { Confirmations } from "../../shared/storage/counter/confirmations.ts";
import type { SentLinks } from "../../shared/storage/counter/contacts.ts";
import type { Transacted, Write } from "../../shared/storage/dynamodb.ts";
import type { FixedNotices } from "../../shared/storage/notice/fixed-notices.ts";
import type { Mail } from "../../shared/storage/notice/mail.ts";
import type { AnnouncedReceipts } from "../../shared/storage/notice/receipt-news.ts";
import type { Texts } from "../../shared/storage/notice/texts.ts";
import type { Submissions } from "../../shared/storage/submission/submissions.ts";
import type { EndedLinks, SupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import type { NoticeSender, NoticeTemplates } from "../../shared/tenant/notice-templates.ts";

export interface NoticeDeps extends CaseDeps {
  readonly submissions: Submissions;
  readonly transact: (writes: readonly Write[]) => Promise<Transacted>;
  readonly confirmations: Confirmations;
  readonly endedLinks: EndedLinks;
  readonly sentLinks: SentLinks;
  readonly accountContacts: AccountContacts;
  readonly announcedReceipts: AnnouncedReceipts;
  readonly supplyLinks: Pick<SupplyLinks, "list" | "end">;
  readonly receiptReader: Pick<ReceiptReader, "lastMonths" | "registeredOf">;
  readonly notices: FixedNotices;
  readonly dailyCounts: Pick<DailyCounts, "take">;
  readonly mail: Mail;
  readonly texts: Texts;
  readonly templates: NoticeTemplates;
  readonly sender: NoticeSender;
  /** The origin that notices lead to, without a last `/`. */
  readonly site: string;
  readonly now: () => string;
}
