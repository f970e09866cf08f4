import { tenant } from "../../settings.ts";
import { openQuarantinedAttachments } from "../../shared/storage/attachment/attachment-files.ts";
import { openDocumentPictures } from "../../shared/storage/attachment/document-pictures.ts";
import { openUploads } from "../../shared/storage/attachment/uploads.ts";
import { openDynamoDb, transactIn } from "../../shared/storage/dynamodb.ts";
import { openEvidence } from "../../shared/storage/evidence.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openSubmissions } from "../../shared/storage/submission/submissions.ts";
import { openWorkerQueue } from "../../shared/storage/worker-tasks.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recording } from "../runtime/recording.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { attachmentCause } from "./attachment-check.ts";
import { attachmentPages } from "./attachment-pages.ts";

const clients = { table: openDynamoDb(), bucket: openS3(), queue: openSqs() };
const stores = openStores("accept-uploads", clients, {
  ...recording,
  calendars: calendarsOf(tenant),
  uploads: openUploads,
  submissionRecords: openSubmissions,
  quarantinedAttachments: openQuarantinedAttachments,
  evidenceAttachments: openEvidence,
  attachmentPages: openEvidence,
  documentDownloads: openEvidence,
  documentPictures: openDocumentPictures,
  drawingTasks: openWorkerQueue,
});

const checks = { causeIn: attachmentCause, draw: attachmentPages };
export const deps = {
  ...stores,
  ...checks,
  submissions: stores.submissionRecords,
  officeDocuments: stores.documentDownloads,
  transact: transactIn(clients.table),
  tenantAt: tenantInForce({ ...stores, tenant }, (depsNow) => depsNow.tenant),
  now,
};
