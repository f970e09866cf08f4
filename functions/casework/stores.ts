import { tenant } from "../../settings.ts";
import { openDocumentPictures } from "../../shared/storage/attachment/document-pictures.ts";
import { openUploads } from "../../shared/storage/attachment/uploads.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openTotalsReader } from "../../shared/storage/board/office-totals.ts";
import { openCaseAccess } from "../../shared/storage/case-copy/case-access.ts";
import { openCaseExports } from "../../shared/storage/case-copy/case-exports.ts";
import { openExportDownloads } from "../../shared/storage/case-copy/export-files.ts";
import { openExportWork } from "../../shared/storage/case-copy/export-work.ts";
import { openTakenCodes } from "../../shared/storage/check/taken-codes.ts";
import { openFiledSearch } from "../../shared/storage/counter/filed-terms.ts";
import { openOpenings } from "../../shared/storage/counter/openings.ts";
import { openSearchLog } from "../../shared/storage/counter/search-log.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openEvidenceDownloads } from "../../shared/storage/evidence.ts";
import { openSentNotices } from "../../shared/storage/notice/sent-notices.ts";
import { openProblems } from "../../shared/storage/problem/problems.ts";
import { openAtypicalReadings } from "../../shared/storage/reading/atypical-readings.ts";
import { openSupervision } from "../../shared/storage/register/supervision.ts";
import { openDraftWriter } from "../../shared/storage/resolution/resolution-drafts.ts";
import { openResolutionNumbers } from "../../shared/storage/resolution/resolution-numbers.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openSupplyClaims } from "../../shared/storage/supply/supply-claims.ts";
import { openSupplyTerms } from "../../shared/storage/supply/supply-terms.ts";
import { openAppointmentSlots } from "../../shared/storage/visit/appointment-slots.ts";
import { openAgenda, openVisits } from "../../shared/storage/visit/visits.ts";
import { openClaimsAtRisk } from "../../shared/storage/work/claims-at-risk.ts";
import { openOpenWork } from "../../shared/storage/work/open-work.ts";
import { openWorkLists } from "../../shared/storage/work/work-lists.ts";
import { openWorkerQueue } from "../../shared/storage/worker-tasks.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recording } from "../runtime/recording.ts";

const stores = openStores(
  "casework",
  { table: openDynamoDb(), queue: openSqs() },
  {
    ...recording,
    workLists: openWorkLists,
    totalsReader: openTotalsReader,
    openWork: openOpenWork,
    claimsAtRisk: openClaimsAtRisk,
    caseAccess: openCaseAccess,
    supplyClaims: openSupplyClaims,
    visits: openVisits,
    agenda: openAgenda,
    calendars: calendarsOf(tenant),
    controlledReadings: openAtypicalReadings,
    draftWriter: openDraftWriter,
    receiptReader: openReceiptReader,
    supplyTerms: openSupplyTerms,
    filedSearch: openFiledSearch,
    searchLog: openSearchLog,
    appointmentSlots: openAppointmentSlots,
    uploads: openUploads,
    problemRecords: openProblems,
    takenCodes: openTakenCodes,
    resolutionNumbers: openResolutionNumbers,
    sentNotices: openSentNotices,
    attachmentDownloads: openEvidenceDownloads,
    pageViews: openEvidenceDownloads,
    documentDownloads: openEvidenceDownloads,
    documentPictures: openDocumentPictures,
    drawingTasks: openWorkerQueue,
    caseExports: openCaseExports,
    exportWork: openExportWork,
    packageDownloads: openExportDownloads,
    copyDownloads: openExportDownloads,
    supervisorGate: openSupervision,
    openings: openOpenings,
  },
);

export const deps = {
  ...stores,
  atypicalReadings: stores.controlledReadings,
  problems: stores.problemRecords,
  supervision: stores.supervisorGate,
  office: tenant.office.code.value,
  tenant,
};
