import { openCaseFiles } from "../../shared/storage/case-files.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openDraftWriter, openResolutionDrafts } from "../../shared/storage/resolution-drafts.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openUploads } from "../../shared/storage/uploads.ts";

export type CaseStores = Readonly<ReturnType<typeof caseStores>>;

/** The stores of cases, on tables of a test. */
export function caseStores(claims: Table, billing: Table) {
  const uploads = openUploads(claims);
  return {
    caseFiles: openCaseFiles(claims),
    holds: openHolds(claims, billing),
    staffRegister: openStaffRegister(claims),
    resolutionDrafts: openResolutionDrafts(claims),
    draftWriter: openDraftWriter(claims),
    uploads,
    waitingAttachments: uploads,
  };
}
