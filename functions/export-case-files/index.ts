import { join } from "node:path";
import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import { openPdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import { wired } from "../../shared/permissions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseExports } from "../../shared/storage/case-exports.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openEvidence, openEvidenceFinder } from "../../shared/storage/evidence.ts";
import { openExportFiles } from "../../shared/storage/export-files.ts";
import { openExportWork } from "../../shared/storage/export-work.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openSeals } from "../../shared/storage/seals.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { required } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import { now } from "../runtime/now.ts";
import { worker } from "../runtime/worker.ts";
import { exportMessages } from "./export-messages.ts";

const client = openDynamoDb();
const s3 = openS3();
const names = wired("export-case-files", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));
const packages = openExportFiles({ client: s3, name: names.packageFiles }, "packages");
const copies = openExportFiles({ client: s3, name: names.copyFiles }, "copies");

const handle = inForce(calendars.known, ({ versions, outages }) =>
  exportMessages({
    tenant: tenantWith(tenant, versions, outages),
    caseFiles: openCaseFiles({ client, name: names.caseFiles }),
    holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
    staffRegister: openStaffRegister({ client, name: names.staffRegister }),
    caseExports: openCaseExports({ client, name: names.caseExports }),
    exportFiles: (copy) => (copy === "tribunal" ? packages : copies),
    exportWork: openExportWork(names.exportWork),
    attachments: openEvidence({ client: s3, name: names.attachmentDownloads }, "attachments"),
    pictures: openEvidenceFinder({ client: s3, name: names.pageViews }, "pages"),
    documents: openEvidence({ client: s3, name: names.evidenceDocuments }, "documents"),
    seals: openSeals(names.seals),
    pdfRenderer: openPdfRenderer(join(import.meta.dirname, "fonts")),
    siteAddress: required("SITE_ADDRESS"),
    // A record is printed in about a twentieth of a second: with its files a part is done well within the function's time.
    piecesPerPart: 150,
    now,
  }),
);

export const handler = worker(async (body) => (await handle(now()))(body));
