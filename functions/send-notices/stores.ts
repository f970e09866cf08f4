import { notices, tenant } from "../../settings.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openDailyCounts } from "../../shared/storage/board/daily-counts.ts";
import { openAccountContacts, openUserPools } from "../../shared/storage/claim/account-contacts.ts";
import { openConfirmations } from "../../shared/storage/counter/confirmations.ts";
import { openSentLinks } from "../../shared/storage/counter/contacts.ts";
import { openDynamoDb, type Table, transactIn } from "../../shared/storage/dynamodb.ts";
import { openFixedNotices } from "../../shared/storage/notice/fixed-notices.ts";
import { openMail, openSes } from "../../shared/storage/notice/mail.ts";
import { openAnnouncedReceipts } from "../../shared/storage/notice/receipt-news.ts";
import { openSns, openTexts } from "../../shared/storage/notice/texts.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSubmissions } from "../../shared/storage/submission/submissions.ts";
import { openEndedLinks, openSupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { required } from "../runtime/environment.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recording } from "../runtime/recording.ts";

const clients = { table: openDynamoDb(), bucket: openS3(), mail: openSes(), text: openSns(), pool: openUserPools() };
const stores = openStores("send-notices", clients, {
  ...recording,
  calendars: calendarsOf(tenant),
  submissionRecords: openSubmissions,
  confirmations: openConfirmations,
  endedLinks: openEndedLinks,
  sentLinks: openSentLinks,
  accountContacts: openAccountContacts,
  announcedReceipts: openAnnouncedReceipts,
  supplyLinks: openSupplyLinks,
  receiptReader: openReceiptReader,
  fixedNotices: openFixedNotices,
  // Whose texts are counted stands in the claims of this very table: no secret would hide it.
  dailyCounts: (table: Table) => openDailyCounts(table, "texts"),
  mail: (sender) => openMail(sender, required("MAIL_EVENTS")),
  texts: openTexts,
});

export const deps = {
  ...stores,
  submissions: stores.submissionRecords,
  transact: transactIn(clients.table),
  notices: stores.fixedNotices,
  templates: notices,
  sender: {
    name: tenant.name.value,
    telephone: tenant.contact.telephone.value,
    regulatorLine: tenant.contact.regulatorLine.value,
  },
  site: required("SITE_ADDRESS"),
  tenant,
  now,
};
