import { tenant } from "../../settings.ts";
import { openAttachmentTickets } from "../../shared/storage/attachment/attachment-files.ts";
import { openDocumentPictures } from "../../shared/storage/attachment/document-pictures.ts";
import { openUploads } from "../../shared/storage/attachment/uploads.ts";
import { openDailyCounts } from "../../shared/storage/board/daily-counts.ts";
import { openCaseAccess } from "../../shared/storage/case-copy/case-access.ts";
import { openTakenCodes } from "../../shared/storage/check/taken-codes.ts";
import { openOpenings } from "../../shared/storage/counter/openings.ts";
import { openDynamoDb, type Table, transactIn } from "../../shared/storage/dynamodb.ts";
import { openEvidenceDownloads } from "../../shared/storage/evidence.ts";
import { openOutages } from "../../shared/storage/problem/outages.ts";
import { openRetained } from "../../shared/storage/register/retention.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openSubmissions } from "../../shared/storage/submission/submissions.ts";
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
