import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";

export { openQuarantinedAttachments as quarantinedAttachments } from "../../shared/storage/attachment-files.ts";
export { openCaseFiles as caseFiles } from "../../shared/storage/case-files.ts";
export { openEvidence as evidenceAttachments, openEvidence as attachmentPages } from "../../shared/storage/evidence.ts";
export { openHolds as holds } from "../../shared/storage/holds.ts";
export { openStaffRegister as staffRegister } from "../../shared/storage/staff-register.ts";
export { openSubmissions as submissions } from "../../shared/storage/submissions.ts";
export { openUploads as uploads } from "../../shared/storage/uploads.ts";

export const calendars = (table: Table) => openCalendars(table, seedOf(tenant));
