import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import * as claimFileRoutes from "../../shared/contract/claim-file-routes.ts";
import * as claimRoutes from "../../shared/contract/claim-routes.ts";
import * as problemRoutes from "../../shared/contract/problem-routes.ts";
import { wired } from "../../shared/permissions.ts";
import { openAppointmentSlots } from "../../shared/storage/appointment-slots.ts";
import { openAttemptCounter } from "../../shared/storage/attempt-counter.ts";
import { openContactCounter } from "../../shared/storage/attentions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseExports } from "../../shared/storage/case-exports.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openClaimDrafts } from "../../shared/storage/claim-drafts.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openEvidenceDownloads } from "../../shared/storage/evidence.ts";
import { openExportDownloads } from "../../shared/storage/export-files.ts";
import { openExportWork } from "../../shared/storage/export-work.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openProblems } from "../../shared/storage/problems.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { openSupplyLinks } from "../../shared/storage/supply-links.ts";
import { openUploads } from "../../shared/storage/uploads.ts";
import { api } from "../runtime/api.ts";
import { environment } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import type { ClaimDeps } from "./claim-deps.ts";
import { claims } from "./claims.ts";
import { problems } from "./problems.ts";

const client = openDynamoDb();
const s3 = openS3();
const names = wired("claims", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));

const claimsAndProblems = (deps: ClaimDeps) => ({ ...claims(deps), ...problems(deps) });

const served = inForce(calendars.known, ({ versions, outages }) =>
  claimsAndProblems({
    tenant: tenantWith(tenant, versions, outages),
    caseFiles: openCaseFiles({ client, name: names.caseFiles }),
    holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
    staffRegister: openStaffRegister({ client, name: names.staffRegister }),
    appointmentSlots: openAppointmentSlots({ client, name: names.appointmentSlots }),
    receiptReader: openReceiptReader({ client, name: names.receiptReader }, tenant.code),
    attemptCounter: openAttemptCounter({ client, name: names.attemptCounter }),
    supplyLinks: openSupplyLinks({ client, name: names.supplyLinks }),
    contacts: openContactCounter({ client, name: names.contactCounter }),
    claimDrafts: openClaimDrafts({ client, name: names.claimDrafts }),
    uploads: openUploads({ client, name: names.uploads }),
    submissions: openSubmissions({ client, name: names.submissions }),
    problems: openProblems({ client, name: names.problems }),
    attachmentDownloads: openEvidenceDownloads({ client: s3, name: names.attachmentDownloads }, "attachments"),
    documentDownloads: openEvidenceDownloads({ client: s3, name: names.documentDownloads }, "documents"),
    caseExports: openCaseExports({ client, name: names.caseExports }),
    exportWork: openExportWork(names.exportWork),
    copyDownloads: openExportDownloads({ client: s3, name: names.copyDownloads }, "copies"),
  }),
);

export const handler = api({ ...claimRoutes, ...claimFileRoutes, ...problemRoutes }, served, environment());
