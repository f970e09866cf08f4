import { expect } from "vitest";
import { openAtypicalReadings } from "../../shared/storage/atypical-readings.ts";
import { openAccessGrants, openCaseAccess } from "../../shared/storage/case-access.ts";
import { type CaseFile, type CaseFiles, openCaseFiles } from "../../shared/storage/case-files.ts";
import { openClaimsAtRisk } from "../../shared/storage/claims-at-risk.ts";
import { openContacts } from "../../shared/storage/contacts.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openFiledSearch } from "../../shared/storage/filed-terms.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openLastLoad } from "../../shared/storage/load-notes.ts";
import { openTotalsReader } from "../../shared/storage/office-totals.ts";
import { openOpenWork } from "../../shared/storage/open-work.ts";
import { openDraftWriter, openResolutionDrafts } from "../../shared/storage/resolution-drafts.ts";
import { openSearchLog } from "../../shared/storage/search-log.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openSupplyClaims } from "../../shared/storage/supply-claims.ts";
import { openSupplyTerms } from "../../shared/storage/supply-terms.ts";
import { openTakenCodes } from "../../shared/storage/taken-codes.ts";
import { openUploads } from "../../shared/storage/uploads.ts";
import { openAgenda, openVisits } from "../../shared/storage/visits.ts";
import { openWorkLists } from "../../shared/storage/work-lists.ts";

export type CaseStores = Readonly<ReturnType<typeof caseStores>>;

/** The stores of cases, on tables of a test. */
export function caseStores(claims: Table, billing: Table) {
  const uploads = openUploads(claims);
  return {
    caseFiles: readAfterAppend(openCaseFiles(claims)),
    workLists: openWorkLists(claims),
    totalsReader: openTotalsReader(claims),
    openWork: openOpenWork(claims),
    claimsAtRisk: openClaimsAtRisk(claims),
    caseAccess: openCaseAccess(claims),
    accessGrants: openAccessGrants(claims),
    supplyClaims: openSupplyClaims(claims),
    lastLoad: openLastLoad(billing),
    contacts: openContacts(claims),
    supplyTerms: openSupplyTerms(billing),
    filedSearch: openFiledSearch(claims),
    searchLog: openSearchLog(claims),
    visits: openVisits(claims),
    agenda: openAgenda(claims),
    holds: openHolds(claims, billing),
    staffRegister: openStaffRegister(claims),
    takenCodes: openTakenCodes(billing),
    atypicalReadings: openAtypicalReadings(claims),
    resolutionDrafts: openResolutionDrafts(claims),
    draftWriter: openDraftWriter(claims),
    uploads,
    waitingAttachments: uploads,
  };
}

const isCaseFile = (after: unknown): after is CaseFile =>
  typeof after === "object" && after !== null && "head" in after;

/**
 * Case files of which every filing and append must return just what reading the case again does, unless another write
 * came between.
 */
function readAfterAppend(caseFiles: CaseFiles): CaseFiles {
  const asRead = async <Made>(after: Made): Promise<Made> => {
    if (!isCaseFile(after)) return after;
    const read = await caseFiles.read(after.head.claimId);
    if (read?.head.version === after.head.version) expect(after).toEqual(read);
    return after;
  };
  return {
    ...caseFiles,
    file: async (filing) => asRead(await caseFiles.file(filing)),
    append: async (before, append) => asRead(await caseFiles.append(before, append)),
  };
}
