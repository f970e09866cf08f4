import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";

export { openAppointmentSlots as appointmentSlots } from "../../shared/storage/appointment-slots.ts";
export { openCaseAccess as caseAccess } from "../../shared/storage/case-access.ts";
export { openCaseExports as caseExports } from "../../shared/storage/case-exports.ts";
export { openCaseFiles as caseFiles } from "../../shared/storage/case-files.ts";
export { openConfirmations as confirmations } from "../../shared/storage/confirmations.ts";
export {
  openEvidenceDownloads as attachmentDownloads,
  openEvidenceDownloads as pageViews,
  openEvidenceDownloads as documentDownloads,
} from "../../shared/storage/evidence.ts";
export {
  openExportDownloads as packageDownloads,
  openExportDownloads as copyDownloads,
} from "../../shared/storage/export-files.ts";
export { openExportWork as exportWork } from "../../shared/storage/export-work.ts";
export { openSentNotices as sentNotices } from "../../shared/storage/fixed-notices.ts";
export { openHolds as holds } from "../../shared/storage/holds.ts";
export { openProblems as problems } from "../../shared/storage/problems.ts";
export { openDraftWriter as draftWriter } from "../../shared/storage/resolution-drafts.ts";
export { openResolutionNumbers as resolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
export { openStaffRegister as staffRegister } from "../../shared/storage/staff-register.ts";
export { openSubmissions as submissions } from "../../shared/storage/submissions.ts";
export { openSupervision as supervisorGate } from "../../shared/storage/supervision.ts";
export { openSupplyClaims as supplyClaims } from "../../shared/storage/supply-claims.ts";
export { openUploads as uploads } from "../../shared/storage/uploads.ts";
export { openAgenda as agenda, openVisits as visits } from "../../shared/storage/visits.ts";
export { openWorkLists as workLists } from "../../shared/storage/work-lists.ts";

export const calendars = (table: Table) => openCalendars(table, seedOf(tenant));
export const receiptReader = (table: Table) => openReceiptReader(table, tenant.code);
