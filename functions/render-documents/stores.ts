import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";

export { openCaseAccess as caseAccess } from "../../shared/storage/case-access.ts";
export { openCaseFiles as caseFiles } from "../../shared/storage/case-files.ts";
export { openEvidence as documents } from "../../shared/storage/evidence.ts";
export { openHolds as holds } from "../../shared/storage/holds.ts";
export { openOutages as outages } from "../../shared/storage/outages.ts";
export { openProblems as problems } from "../../shared/storage/problems.ts";
export { openSeals as seals } from "../../shared/storage/seals.ts";
export { openStaffRegister as staffRegister } from "../../shared/storage/staff-register.ts";
export { openSubmissions as submissions } from "../../shared/storage/submissions.ts";
export { openSupplyClaims as supplyClaims } from "../../shared/storage/supply-claims.ts";
export { openSupplyLinks as linkedSupplies } from "../../shared/storage/supply-links.ts";

export const calendars = (table: Table) => openCalendars(table, seedOf(tenant));
export const receiptReader = (table: Table) => openReceiptReader(table, tenant.code);
