import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";

export { openCaseFiles as caseReader } from "../../shared/storage/case-files.ts";
export { openDigestReader as digestReader } from "../../shared/storage/digest-files.ts";
export { openEvidenceCheck as documentDownloads } from "../../shared/storage/evidence.ts";
export { openSealKey as sealKey, openSealKeys as sealKeys } from "../../shared/storage/seals.ts";
export { openVerificationIndex as verificationIndex } from "../../shared/storage/verification-index.ts";

export const calendars = (table: Table) => openCalendars(table, seedOf(tenant));
