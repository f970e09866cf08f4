import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";

export { openAttachmentTickets as attachmentTickets } from "../../shared/storage/attachment-files.ts";
export { openCaseAccess as caseAccess } from "../../shared/storage/case-access.ts";
export { openCaseFiles as caseFiles } from "../../shared/storage/case-files.ts";
export {
  openEvidenceDownloads as attachmentDownloads,
  openEvidenceDownloads as pageViews,
  openEvidenceDownloads as documentDownloads,
} from "../../shared/storage/evidence.ts";
export { openHolds as holds } from "../../shared/storage/holds.ts";
export { openOutages as outages } from "../../shared/storage/outages.ts";
export { openRetained as retained } from "../../shared/storage/retention.ts";
export { openStaffRegister as staffRegister } from "../../shared/storage/staff-register.ts";
export { openSubmissions as submissions } from "../../shared/storage/submissions.ts";
export { openUploads as uploads, openUploads as waitingAttachments } from "../../shared/storage/uploads.ts";

export const calendars = (table: Table) => openCalendars(table, seedOf(tenant));
