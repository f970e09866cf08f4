import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openBilledIn, openReceiptReader } from "../../shared/storage/receipt-reader.ts";

export { openCaseFiles as caseReader } from "../../shared/storage/case-files.ts";
export { openMonthRegister as monthRegister } from "../../shared/storage/month-register.ts";
export { openObservations as registeredObservations } from "../../shared/storage/observations.ts";
export { openProblems as registeredProblems } from "../../shared/storage/problems.ts";
export { openReportBuilds as reportBuilds } from "../../shared/storage/report-builds.ts";
export { openReportFiles as reportFiles } from "../../shared/storage/report-files.ts";
export { openReportWork as reportWork } from "../../shared/storage/report-work.ts";
export { openSubmissions as registeredSubmissions } from "../../shared/storage/submissions.ts";

export const calendars = (table: Table) => openCalendars(table, seedOf(tenant));
export const receiptReader = (table: Table) => openReceiptReader(table, tenant.code);
export const billedIn = (table: Table) => openBilledIn(table, tenant.code);
