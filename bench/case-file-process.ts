import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { ExportDeps } from "../functions/export-case-files/export-deps.ts";
import { exportMessages } from "../functions/export-case-files/export-messages.ts";
import { tenant } from "../settings.ts";
import { calendarDay } from "../shared/domain/term/calendar-day.ts";
import { openHolds } from "../shared/storage/billing/holds.ts";
import { openCaseFiles } from "../shared/storage/case/case-files.ts";
import { type ExportId, openCaseExports } from "../shared/storage/case-copy/case-exports.ts";
import { openExportFiles } from "../shared/storage/case-copy/export-files.ts";
import { openEvidence, openEvidenceFinder } from "../shared/storage/evidence.ts";
import { openStaffRegister } from "../shared/storage/register/staff-register.ts";
import { sealKey } from "../test/doubles/seal-key.ts";
import { pdfRenderer } from "../test/shared/documents/document-examples.ts";

/**
 * The function that copies case files, in a process of its own that a test can kill. It handles the message it is given
 * and those it sends itself until there are none, and reports its seconds and the most memory it held.
 */
interface Given {
  readonly s3: string;
  readonly claims: string;
  readonly billing: string;
  readonly claimId: string;
  readonly copy: ExportId["copy"];
  readonly upTo: number;
  readonly on: string;
}
const given: Given = JSON.parse(process.argv[2] ?? "{}");
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});
const claims = { client, name: given.claims };
const s3 = {
  client: new S3Client({ endpoint: given.s3, forcePathStyle: true, requestChecksumCalculation: "WHEN_REQUIRED" }),
};
const queue: ExportId[] = [{ claimId: given.claimId, copy: given.copy, upTo: given.upTo, on: calendarDay(given.on) }];
const deps: ExportDeps = {
  tenant,
  caseFiles: openCaseFiles(claims),
  holds: openHolds(claims, { client, name: given.billing }),
  staffRegister: openStaffRegister(claims),
  caseExports: openCaseExports(claims),
  exportFiles: () => openExportFiles({ ...s3, name: "exports", prefix: "copies/" }),
  exportWork: { send: async (id) => void queue.push(id) },
  attachments: openEvidence({ ...s3, name: "evidence", prefix: "attachments/" }),
  pictures: openEvidenceFinder({ ...s3, name: "evidence", prefix: "pages/" }),
  documents: openEvidence({ ...s3, name: "evidence", prefix: "documents/" }),
  seals: sealKey().seals,
  pdfRenderer,
  siteAddress: "https://example.pe",
  now: () => new Date().toISOString(),
};
const handle = exportMessages(deps);
const started = performance.now();
for (let next = queue.shift(); next; next = queue.shift()) await handle(next);
process.send?.({
  seconds: (performance.now() - started) / 1000,
  peakMb: process.resourceUsage().maxRSS / 1000,
});
process.disconnect();
