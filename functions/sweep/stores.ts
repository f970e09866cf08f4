import { tenant } from "../../settings.ts";
import { openUploads } from "../../shared/storage/attachment/uploads.ts";
import { openExchangeFiles } from "../../shared/storage/billing/exchange-files.ts";
import { openLastLoad } from "../../shared/storage/billing/load-notes.ts";
import { openDynamoDb, transactIn } from "../../shared/storage/dynamodb.ts";
import { openReceiptNewsList } from "../../shared/storage/notice/receipt-news.ts";
import { openResolutionNumbers } from "../../shared/storage/resolution/resolution-numbers.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openSubmissions } from "../../shared/storage/submission/submissions.ts";
import { openAppointmentSlots } from "../../shared/storage/visit/appointment-slots.ts";
import { openVisits } from "../../shared/storage/visit/visits.ts";
import { openClaimsAtRisk } from "../../shared/storage/work/claims-at-risk.ts";
import { openWorkLists } from "../../shared/storage/work/work-lists.ts";
import { openWorkerQueue } from "../../shared/storage/worker-tasks.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recordingExchange } from "../runtime/recording.ts";

const clients = { table: openDynamoDb(), bucket: openS3(), queue: openSqs() };
const stores = openStores("sweep", clients, {
  ...recordingExchange,
  workLists: openWorkLists,
  claimsAtRisk: openClaimsAtRisk,
  visits: openVisits,
  submissions: openSubmissions,
  calendarBook: calendarsOf(tenant),
  appointmentSlots: openAppointmentSlots,
  resolutionNumbers: openResolutionNumbers,
  receiptNewsList: openReceiptNewsList,
  lastLoad: openLastLoad,
  noticeWork: openWorkerQueue,
  documentWork: openWorkerQueue,
  exchangeFiles: openExchangeFiles,
  waitingAttachments: openUploads,
  uploadTasks: openWorkerQueue,
});

export const deps = {
  ...stores,
  holds: stores.exchangedHolds,
  uploads: stores.waitingAttachments,
  transact: transactIn(clients.table),
  tenant,
  now,
};
