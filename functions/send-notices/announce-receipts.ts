import { oneClickStop, profileLink, receiptLink, stopNewsLink } from "../../shared/casework/notice/site-links.ts";
import { receiptRules } from "../../shared/casework/receipt/receipt-rules.ts";
import { explanationView, monthsShown } from "../../shared/casework/receipt/receipt-sheet.ts";
import { linkStands } from "../../shared/casework/supply/standing-link.ts";
import { formatCents } from "../../shared/domain/receipt/money.ts";
import { type Receipt, receiptKey } from "../../shared/domain/receipt/receipt.ts";
import { calendarDay, limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { PaidReceipt } from "../../shared/storage/billing/receipt-reader.ts";
import type { AccountContact } from "../../shared/storage/claim/account-contacts.ts";
import type { ReceiptNews } from "../../shared/storage/notice/receipt-news.ts";
import type { SupplyLink } from "../../shared/storage/supply/supply-links.ts";
import { log } from "../runtime/log.ts";
import type { NoticeDeps } from "./notice-deps.ts";
import { noticeMessage } from "./notice-message.ts";
import { sendToAccount } from "./send-to-account.ts";

/**
 * Sends an account that agreed to news of receipts a message about the newest receipt of each linked supply, once, by
 * the mail or mobile it signs in with. Sends nothing of a receipt issued before it agreed or linked the supply, or
 * without a contact. Ends a link whose supply has another holder since. Logs `receipt-announced` or `message-refused`,
 * which is not tried again. A run killed between message and note sends the message again.
 */
export async function announceReceipts(deps: NoticeDeps, sub: string): Promise<void> {
  const news = await deps.announcedReceipts.find(sub);
  const links = news ? await deps.supplyLinks.list(sub) : [];
  let contact: AccountContact | undefined;
  for (const link of news ? links : []) {
    const newest = await deps.receiptReader.lastMonths(link.supplyCode, 1);
    const stands = await linkStands(deps, { ...link, sub }, newest, deps.now());
    const receipt = stands ? newReceiptOf(newest, link, news) : undefined;
    if (!receipt) continue;
    contact ??= await deps.accountContacts.find(sub);
    if (!contact) return log("info", "not-needed", { announce: "receipts" });
    await announceOne(deps, { sub, link, receipt, contact, newsKey: news?.newsKey });
    await deps.announcedReceipts.note(sub, link.linkId, receiptKey(receipt).number);
  }
}

/** Returns the newest receipt of a linked supply, unless it was announced or is older than the consent or the link. */
function newReceiptOf(
  [newest]: readonly PaidReceipt[],
  { linkId, linkedAt }: SupplyLink,
  news: ReceiptNews | undefined,
): Receipt | undefined {
  if (!news || !newest || news.announced[linkId] === receiptKey(newest.receipt).number) return undefined;
  const since = limaDay(news.agreedAt > linkedAt ? news.agreedAt : linkedAt);
  return newest.receipt.issueDate >= since ? newest.receipt : undefined;
}

interface Announcement {
  readonly sub: string;
  readonly link: SupplyLink;
  readonly receipt: Receipt;
  readonly contact: AccountContact;
  /** What ends the messages without signing in; absent from an older consent. */
  readonly newsKey: string | undefined;
}

async function announceOne(deps: NoticeDeps, { sub, link, receipt, contact, newsKey }: Announcement): Promise<void> {
  const { templates, sender, site, tenant } = deps;
  const { supplyCode, period, totalDue, dueDate, billingType, billedM3 } = receipt;
  const now = deps.now();
  const receipts = await deps.receiptReader.lastMonths(supplyCode, monthsShown);
  const { previousPeriod, previousTotalDue, previousBillingType, readM3, mainFactor } = explanationView(
    receipts,
    receipt,
    receiptRules(tenant, now),
  );
  const words = templates.account["receipt-arrived"]({
    supplyCode,
    period,
    totalDue: formatCents(totalDue),
    dueDate: calendarDay(dueDate),
    billingType,
    m3: billedM3,
    readM3,
    ...(previousPeriod !== undefined &&
      previousTotalDue !== undefined &&
      previousBillingType !== undefined && {
        before: { period: previousPeriod, totalDue: previousTotalDue, billingType: previousBillingType },
      }),
    mainFactor,
    leave: newsKey === undefined ? profileLink(site) : stopNewsLink(site, newsKey),
  });
  const stopAt = newsKey === undefined ? undefined : oneClickStop(site, newsKey);
  const notice = { ...words, link: receiptLink(site, link.linkId, period), secrets: [] };
  const sent = await sendToAccount(contact, noticeMessage(notice, templates, sender), deps, stopAt);
  if (sent === "refused") return log("warn", "message-refused", { announce: "receipts" });
  log("info", "receipt-announced", { channel: contact.channel });
  await deps.transact([deps.caseFiles.messageWrite(sent.messageId, { sub }, now)]);
}
