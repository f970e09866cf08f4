import { join } from "node:path";
import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import { openPdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import { wired } from "../../shared/permissions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openEvidence } from "../../shared/storage/evidence.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openOutages } from "../../shared/storage/outages.ts";
import { openProblems } from "../../shared/storage/problems.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { openSeals } from "../../shared/storage/seals.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { openSupplyLinks } from "../../shared/storage/supply-links.ts";
import { required } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import { now } from "../runtime/now.ts";
import { worker } from "../runtime/worker.ts";
import { renderMessages } from "./render-messages.ts";

const client = openDynamoDb();
const names = wired("render-documents", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));

const handle = inForce(calendars.known, ({ versions, outages }) =>
  renderMessages({
    tenant: tenantWith(tenant, versions, outages),
    caseFiles: openCaseFiles({ client, name: names.caseFiles }),
    holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
    staffRegister: openStaffRegister({ client, name: names.staffRegister }),
    submissions: openSubmissions({ client, name: names.submissions }),
    outages: openOutages({ client, name: names.outages }),
    problems: openProblems({ client, name: names.problems }),
    supplyLinks: openSupplyLinks({ client, name: names.linkedSupplies }),
    receiptReader: openReceiptReader({ client, name: names.receiptReader }, tenant.code),
    documents: openEvidence({ client: openS3(), name: names.evidenceDocuments }, "documents"),
    seals: openSeals(names.seals),
    pdfRenderer: openPdfRenderer(join(import.meta.dirname, "fonts")),
    siteAddress: required("SITE_ADDRESS"),
    now,
  }),
);

export const handler = worker(async (body) => (await handle(now()))(body));
