import { expect } from "vitest";
import { openUploads } from "../../shared/storage/attachment/uploads.ts";
import { openHolds } from "../../shared/storage/billing/holds.ts";
import { openLastLoad } from "../../shared/storage/billing/load-notes.ts";
import { openTotalsReader } from "../../shared/storage/board/office-totals.ts";
import { type CaseFile, type CaseFiles, openCaseFiles } from "../../shared/storage/case/case-files.ts";
import { openAccessGrants, openCaseAccess } from "../../shared/storage/case-copy/case-access.ts";
import { openTakenCodes } from "../../shared/storage/check/taken-codes.ts";
import { openContacts } from "../../shared/storage/counter/contacts.ts";
import { openFiledSearch } from "../../shared/storage/counter/filed-terms.ts";
import { openSearchLog } from "../../shared/storage/counter/search-log.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openAtypicalReadings } from "../../shared/storage/reading/atypical-readings.ts";
import { openStaffRegister } from "../../shared/storage/register/staff-register.ts";
import { openDraftWriter, openResolutionDrafts } from "../../shared/storage/resolution/resolution-drafts.ts";
import { openSupplyClaims } from "../../shared/storage/supply/supply-claims.ts";
import { openSupplyTerms } from "../../shared/storage/supply/supply-terms.ts";
import { openAgenda, openVisits } from "../../shared/storage/visit/visits.ts";
import { openClaimsAtRisk } from "../../shared/storage/work/claims-at-risk.ts";
import { openOpenWork } from "../../shared/storage/work/open-work.ts";
import { openWorkLists } from "../../shared/storage/work/work-lists.ts";

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
