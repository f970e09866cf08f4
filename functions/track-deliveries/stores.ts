import { tenant } from "../../settings.ts";
import { openDynamoDb, transactIn } from "../../shared/storage/dynamodb.ts";
import { openReceiptNewsConsents } from "../../shared/storage/notice/receipt-news.ts";
import { openSubmissions } from "../../shared/storage/submission/submissions.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recording } from "../runtime/recording.ts";

const clients = { table: openDynamoDb() };
const stores = openStores("track-deliveries", clients, {
  ...recording,
  calendars: calendarsOf(tenant),
  submissionRecords: openSubmissions,
  receiptNewsStops: openReceiptNewsConsents,
});

export const deps = {
  ...stores,
  submissions: stores.submissionRecords,
  receiptNews: stores.receiptNewsStops,
  transact: transactIn(clients.table),
  tenant,
  now,
};
