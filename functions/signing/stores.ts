import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";

export { openCaseFiles as caseFiles } from "../../shared/storage/case-files.ts";
export { openEvidence as keptAttachments, openEvidence as documents } from "../../shared/storage/evidence.ts";
export { openHolds as holds } from "../../shared/storage/holds.ts";
export { openResolutionDrafts as resolutionDrafts } from "../../shared/storage/resolution-drafts.ts";
export { openResolutionNumbers as resolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
export { openSeals as seals } from "../../shared/storage/seals.ts";
export { openSigningSets as signingSets } from "../../shared/storage/signing-sets.ts";
export { openStaffRegister as staffRegister } from "../../shared/storage/staff-register.ts";
export { openSupplyClaims as supplyClaims } from "../../shared/storage/supply-claims.ts";
export { openTrustedRoots as trustedRoots } from "../../shared/storage/trusted-roots.ts";
export { openUploads as uploads } from "../../shared/storage/uploads.ts";
export { openVerificationIndex as verificationIndex } from "../../shared/storage/verification-index.ts";
export { openWorkLists as workLists } from "../../shared/storage/work-lists.ts";

export const calendars = (table: Table) => openCalendars(table, seedOf(tenant));
export const receiptReader = (table: Table) => openReceiptReader(table, tenant.code);
