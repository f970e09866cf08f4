import type { CaseDeps } from "../../shared/casework/record.ts";
import type { AccountContacts } from "../../shared/storage/account-contacts.ts";
import type { Confirmations } from "../../shared/storage/confirmations.ts";
import type { SentLinks } from "../../shared/storage/contacts.ts";
import type { DailyCounts } from "../../shared/storage/daily-counts.ts";
import type { Transacted, Write } from "../../shared/storage/dynamodb.ts";
import type { FixedNotices } from "../../shared/storage/fixed-notices.ts";
import type { Mail } from "../../shared/storage/mail.ts";
import type { AnnouncedReceipts } from "../../shared/storage/receipt-news.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { Submissions } from "../../shared/storage/submissions.ts";
import type { EndedLinks, SupplyLinks } from "../../shared/storage/supply-links.ts";
import type { Texts } from "../../shared/storage/texts.ts";
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
  readonly dailyCounts: DailyCounts;
  readonly mail: Mail;
  readonly texts: Texts;
  readonly templates: NoticeTemplates;
  readonly sender: NoticeSender;
  /** The origin that notices lead to, without a last `/`. */
  readonly site: string;
  readonly now: () => string;
}
