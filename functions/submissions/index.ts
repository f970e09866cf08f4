import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import * as submissionRoutes from "../../shared/contract/submission-routes.ts";
import { wired } from "../../shared/permissions.ts";
import { openAttachmentTickets } from "../../shared/storage/attachment-files.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb, transact } from "../../shared/storage/dynamodb.ts";
import { openEvidenceDownloads } from "../../shared/storage/evidence.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openOutages } from "../../shared/storage/outages.ts";
import { openRetained } from "../../shared/storage/retention.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { openUploads } from "../../shared/storage/uploads.ts";
import { api } from "../runtime/api.ts";
import { environment } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import { submissions } from "./submissions.ts";

const client = openDynamoDb();
const s3 = openS3();
const names = wired("submissions", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));

const served = inForce(calendars.known, ({ versions, outages }) =>
  submissions({
    tenant: tenantWith(tenant, versions, outages),
    caseFiles: openCaseFiles({ client, name: names.caseFiles }),
    holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
    staffRegister: openStaffRegister({ client, name: names.staffRegister }),
    uploads: openUploads({ client, name: names.uploads }),
    submissions: openSubmissions({ client, name: names.submissions }),
    outages: openOutages({ client, name: names.outages }),
    retained: openRetained({ client, name: names.retained }),
    attachmentTickets: openAttachmentTickets({ client: s3, name: names.attachmentTickets }),
    attachmentDownloads: openEvidenceDownloads({ client: s3, name: names.attachmentDownloads }, "attachments"),
    pageViews: openEvidenceDownloads({ client: s3, name: names.pageViews }, "pages"),
    documentDownloads: openEvidenceDownloads({ client: s3, name: names.documentDownloads }, "documents"),
    transact: (writes) => transact(client, writes),
  }),
);

export const handler = api(submissionRoutes, served, environment());
