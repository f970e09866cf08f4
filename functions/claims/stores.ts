import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";

export { openAppointmentSlots as appointmentSlots } from "../../shared/storage/appointment-slots.ts";
export { openAttemptCounter as attemptCounter } from "../../shared/storage/attempt-counter.ts";
export { openContactCounter as contactCounter } from "../../shared/storage/attentions.ts";
export { openAccessGrants as accessGrants, openCaseAccess as caseAccess } from "../../shared/storage/case-access.ts";
export { openCaseExports as caseExports } from "../../shared/storage/case-exports.ts";
export { openCaseFiles as caseFiles } from "../../shared/storage/case-files.ts";
export { openClaimDrafts as claimDrafts } from "../../shared/storage/claim-drafts.ts";
export {
  openEvidenceDownloads as attachmentDownloads,
  openEvidenceDownloads as documentDownloads,
} from "../../shared/storage/evidence.ts";
export { openExportDownloads as copyDownloads } from "../../shared/storage/export-files.ts";
export { openExportWork as exportWork } from "../../shared/storage/export-work.ts";
export { openHolds as holds } from "../../shared/storage/holds.ts";
export { openProblems as problems } from "../../shared/storage/problems.ts";
export { openStaffRegister as staffRegister } from "../../shared/storage/staff-register.ts";
export { openSubmissions as submissions } from "../../shared/storage/submissions.ts";
export { openSupplyClaims as supplyClaims } from "../../shared/storage/supply-claims.ts";
export { openSupplyLinks as supplyLinks } from "../../shared/storage/supply-links.ts";
export { openUploads as uploads } from "../../shared/storage/uploads.ts";
export { openVisits as visits } from "../../shared/storage/visits.ts";

export const calendars = (table: Table) => openCalendars(table, seedOf(tenant));
export const receiptReader = (table: Table) => openReceiptReader(table, tenant.code);
