import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import * as caseFileRoutes from "../../shared/contract/case-file-routes.ts";
import * as caseworkRoutes from "../../shared/contract/casework-routes.ts";
import * as deskProblemRoutes from "../../shared/contract/desk-problem-routes.ts";
import { wired } from "../../shared/permissions.ts";
import { openAppointmentSlots } from "../../shared/storage/appointment-slots.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseExports } from "../../shared/storage/case-exports.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openConfirmations } from "../../shared/storage/confirmations.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openEvidenceDownloads } from "../../shared/storage/evidence.ts";
import { openExportDownloads } from "../../shared/storage/export-files.ts";
import { openExportWork } from "../../shared/storage/export-work.ts";
import { openSentNotices } from "../../shared/storage/fixed-notices.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openProblems } from "../../shared/storage/problems.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { openResolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { openSupervision } from "../../shared/storage/supervision.ts";
import { openUploads } from "../../shared/storage/uploads.ts";
import { api } from "../runtime/api.ts";
import { environment } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import { supervised } from "../runtime/supervised.ts";
import { casework } from "./casework.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { deskProblems } from "./desk-problems.ts";

const client = openDynamoDb();
const s3 = openS3();
const names = wired("casework", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));

const gate = {
  supervision: openSupervision({ client, name: names.supervisorGate }),
  office: tenant.office.code.value,
};

const caseworkAndProblems = (deps: CaseworkDeps) => ({ ...casework(deps), ...deskProblems(deps) });

const served = inForce(calendars.known, ({ versions, outages }) =>
  supervised(
    gate,
    caseworkAndProblems({
      tenant: tenantWith(tenant, versions, outages),
      caseFiles: openCaseFiles({ client, name: names.caseFiles }),
      holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
      staffRegister: openStaffRegister({ client, name: names.staffRegister }),
      appointmentSlots: openAppointmentSlots({ client, name: names.appointmentSlots }),
      receiptReader: openReceiptReader({ client, name: names.receiptReader }, tenant.code),
      uploads: openUploads({ client, name: names.uploads }),
      submissions: openSubmissions({ client, name: names.submissions }),
      problems: openProblems({ client, name: names.problems }),
      confirmations: openConfirmations({ client, name: names.confirmations }),
      resolutionNumbers: openResolutionNumbers({ client, name: names.resolutionNumbers }),
      sentNotices: openSentNotices({ client: s3, name: names.sentNotices }),
      attachmentDownloads: openEvidenceDownloads({ client: s3, name: names.attachmentDownloads }, "attachments"),
      pageViews: openEvidenceDownloads({ client: s3, name: names.pageViews }, "pages"),
      documentDownloads: openEvidenceDownloads({ client: s3, name: names.documentDownloads }, "documents"),
      caseExports: openCaseExports({ client, name: names.caseExports }),
      exportWork: openExportWork(names.exportWork),
      packageDownloads: openExportDownloads({ client: s3, name: names.packageDownloads }, "packages"),
      copyDownloads: openExportDownloads({ client: s3, name: names.copyDownloads }, "copies"),
    }),
  ),
);

export const handler = api({ ...caseworkRoutes, ...caseFileRoutes, ...deskProblemRoutes }, served, environment());
