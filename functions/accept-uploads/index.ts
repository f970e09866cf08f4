import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import { wired } from "../../shared/permissions.ts";
import { openQuarantinedAttachments } from "../../shared/storage/attachment-files.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb, transact } from "../../shared/storage/dynamodb.ts";
import { openEvidence } from "../../shared/storage/evidence.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { openUploads } from "../../shared/storage/uploads.ts";
import { inForce } from "../runtime/in-force.ts";
import { now } from "../runtime/now.ts";
import { worker } from "../runtime/worker.ts";
import { attachmentCause } from "./attachment-check.ts";
import { attachmentPages } from "./attachment-pages.ts";
import { uploadMessages } from "./upload-messages.ts";

const client = openDynamoDb();
const s3 = openS3();
const names = wired("accept-uploads", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));

const handle = inForce(calendars.known, ({ versions, outages }) =>
  uploadMessages({
    tenant: tenantWith(tenant, versions, outages),
    caseFiles: openCaseFiles({ client, name: names.caseFiles }),
    holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
    staffRegister: openStaffRegister({ client, name: names.staffRegister }),
    uploads: openUploads({ client, name: names.uploads }),
    submissions: openSubmissions({ client, name: names.submissions }),
    quarantinedAttachments: openQuarantinedAttachments({ client: s3, name: names.quarantinedAttachments }),
    evidenceAttachments: openEvidence({ client: s3, name: names.evidenceAttachments }, "attachments"),
    pages: openEvidence({ client: s3, name: names.attachmentPages }, "pages"),
    causeIn: attachmentCause,
    draw: attachmentPages,
    transact: (writes) => transact(client, writes),
    now,
  }),
);

export const handler = worker(async (body) => (await handle(now()))(body));
