import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";

export { openCaseExports as caseExports } from "../../shared/storage/case-exports.ts";
export { openCaseFiles as caseFiles } from "../../shared/storage/case-files.ts";
export {
  openEvidence as keptAttachments,
  openEvidence as documents,
  openEvidenceFinder as pageViews,
} from "../../shared/storage/evidence.ts";
export { openExportFiles as packageFiles, openExportFiles as copyFiles } from "../../shared/storage/export-files.ts";
export { openExportWork as exportWork } from "../../shared/storage/export-work.ts";
export { openHolds as holds } from "../../shared/storage/holds.ts";
export { openSeals as seals } from "../../shared/storage/seals.ts";
export { openStaffRegister as staffRegister } from "../../shared/storage/staff-register.ts";

export const calendars = (table: Table) => openCalendars(table, seedOf(tenant));
