import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";

export { openAttentions as attentions } from "../../shared/storage/attentions.ts";
export { openCaseFiles as registeredCases } from "../../shared/storage/case-files.ts";
export { openMonthRegister as monthRegister } from "../../shared/storage/month-register.ts";
export { openObservations as observations } from "../../shared/storage/observations.ts";
export { openReportBuilds as reportBuilds } from "../../shared/storage/report-builds.ts";
export {
  openRegisterDownloads as registerDownloads,
  openReportFiles as registerReader,
} from "../../shared/storage/report-files.ts";
export { openReportWork as reportWork } from "../../shared/storage/report-work.ts";
export { openSubmissions as registeredSubmissions } from "../../shared/storage/submissions.ts";
export { openSupervision as supervision } from "../../shared/storage/supervision.ts";

export const calendars = (table: Table) => openCalendars(table, seedOf(tenant));
