import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { ExportDesk } from "../functions/export-case-files/export-desk.ts";
import { exportMessages } from "../functions/export-case-files/export-messages.ts";
import { tenant } from "../settings.ts";
import { calendarDay } from "../shared/domain/calendar-day.ts";
import { type ExportId, openCaseExports } from "../shared/storage/case-exports.ts";
import { openCaseFiles } from "../shared/storage/case-files.ts";
import { openEvidence, openEvidenceFinder } from "../shared/storage/evidence.ts";
import { openExportFiles } from "../shared/storage/export-files.ts";
import { openHolds } from "../shared/storage/holds.ts";
import { openStaffRegister } from "../shared/storage/staff-register.ts";
import { sealKey } from "../test/doubles/seal-key.ts";
import { press } from "../test/shared/documents/document-examples.ts";

/**
 * The function that copies case files, in a process of its own, to be killed: it takes the message it is given, and those
 * it asks for, until there are none, and says how long that took and how much memory it had at most.
 */
interface Told {
  readonly s3: string;
  readonly claims: string;
  readonly billing: string;
  readonly claimId: string;
  readonly copy: ExportId["copy"];
  readonly upTo: number;
  readonly on: string;
}
const told: Told = JSON.parse(process.argv[2] ?? "{}");
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});
const claims = { client, name: told.claims };
const s3 = {
  client: new S3Client({ endpoint: told.s3, forcePathStyle: true, requestChecksumCalculation: "WHEN_REQUIRED" }),
};
const queue: ExportId[] = [{ claimId: told.claimId, copy: told.copy, upTo: told.upTo, on: calendarDay(told.on) }];
const desk: ExportDesk = {
  tenant,
  caseFiles: openCaseFiles(claims),
  holds: openHolds(claims, { client, name: told.billing }),
  staffRegister: openStaffRegister(claims),
  caseExports: openCaseExports(claims),
  exportFiles: () => openExportFiles({ ...s3, name: "exports" }, "copies"),
  exportWork: { send: async (id) => void queue.push(id) },
  papers: openEvidence({ ...s3, name: "evidence" }, "papers"),
  pictures: openEvidenceFinder({ ...s3, name: "evidence" }, "pages"),
  documents: openEvidence({ ...s3, name: "evidence" }, "documents"),
  seals: sealKey().seals,
  press,
  siteAddress: "https://example.pe",
  piecesPerPart: 150,
  now: () => new Date().toISOString(),
};
const handle = exportMessages(desk);
const started = performance.now();
for (let next = queue.shift(); next; next = queue.shift()) await handle(next);
process.send?.({
  seconds: (performance.now() - started) / 1000,
  peakMb: process.resourceUsage().maxRSS / 1000,
});
process.disconnect();
