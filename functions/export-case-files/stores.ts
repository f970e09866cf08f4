import { join } from "node:path";
import { tenant } from "../../settings.ts";
import { openPdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import type { CopyKind } from "../../shared/domain/case-copy/case-copy.ts";
import { openCaseExports } from "../../shared/storage/case-copy/case-exports.ts";
import { openExportFiles } from "../../shared/storage/case-copy/export-files.ts";
import { openExportWork } from "../../shared/storage/case-copy/export-work.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openEvidence, openEvidenceFinder } from "../../shared/storage/evidence.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openKms, openSeals } from "../../shared/storage/seal/seals.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { required } from "../runtime/environment.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recording } from "../runtime/recording.ts";

const clients = { table: openDynamoDb(), bucket: openS3(), queue: openSqs(), key: openKms() };
const stores = openStores("export-case-files", clients, {
  ...recording,
  calendars: calendarsOf(tenant),
  caseExports: openCaseExports,
  exportWork: openExportWork,
  packageFiles: openExportFiles,
  copyFiles: openExportFiles,
  keptAttachments: openEvidence,
  pageViews: openEvidenceFinder,
  documents: openEvidence,
  seals: openSeals,
});

export const deps = {
  ...stores,
  exportFiles: (copy: CopyKind) => (copy === "tribunal" ? stores.packageFiles : stores.copyFiles),
  attachments: stores.keptAttachments,
  pictures: stores.pageViews,
  pdfRenderer: openPdfRenderer(join(import.meta.dirname, "fonts")),
  siteAddress: required("SITE_ADDRESS"),
  tenant,
  now,
};
