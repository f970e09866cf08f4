import { tenant } from "../../settings.ts";
import { openAttachmentTickets } from "../../shared/storage/attachment-files.ts";
import { openCaseAccess } from "../../shared/storage/case-access.ts";
import { openDailyCounts } from "../../shared/storage/daily-counts.ts";
import { openDocumentPictures } from "../../shared/storage/document-pictures.ts";
import { openDynamoDb, type Table, transactIn } from "../../shared/storage/dynamodb.ts";
import { openEvidenceDownloads } from "../../shared/storage/evidence.ts";
import { openOpenings } from "../../shared/storage/openings.ts";
import { openOutages } from "../../shared/storage/outages.ts";
import { openRetained } from "../../shared/storage/retention.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { openTakenCodes } from "../../shared/storage/taken-codes.ts";
import { openUploads } from "../../shared/storage/uploads.ts";
import { openWorkerQueue } from "../../shared/storage/worker-tasks.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { environment } from "../runtime/environment.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recording } from "../runtime/recording.ts";

const clients = { table: openDynamoDb(), queue: openSqs() };
const stores = openStores("submissions", clients, {
  ...recording,
  caseAccess: openCaseAccess,
  calendars: calendarsOf(tenant),
  uploads: openUploads,
  waitingAttachments: openUploads,
  submissions: openSubmissions,
  takenCodes: openTakenCodes,
  dailyCounts: (table: Table) => openDailyCounts(table, environment().originKey),
  attachmentTickets: openAttachmentTickets,
  attachmentDownloads: openEvidenceDownloads,
  pageViews: openEvidenceDownloads,
  documentDownloads: openEvidenceDownloads,
  documentPictures: openDocumentPictures,
  drawingTasks: openWorkerQueue,
  outages: openOutages,
  retained: openRetained,
  openings: openOpenings,
});

export const deps = { ...stores, transact: transactIn(clients.table), tenant };
