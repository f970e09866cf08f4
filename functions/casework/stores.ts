import { tenant } from "../../settings.ts";
import { openAppointmentSlots } from "../../shared/storage/appointment-slots.ts";
import { openAtypicalReadings } from "../../shared/storage/atypical-readings.ts";
import { openCaseAccess } from "../../shared/storage/case-access.ts";
import { openCaseExports } from "../../shared/storage/case-exports.ts";
import { openClaimsAtRisk } from "../../shared/storage/claims-at-risk.ts";
import { openDocumentPictures } from "../../shared/storage/document-pictures.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openEvidenceDownloads } from "../../shared/storage/evidence.ts";
import { openExportDownloads } from "../../shared/storage/export-files.ts";
import { openExportWork } from "../../shared/storage/export-work.ts";
import { openFiledSearch } from "../../shared/storage/filed-terms.ts";
import { openTotalsReader } from "../../shared/storage/office-totals.ts";
import { openOpenWork } from "../../shared/storage/open-work.ts";
import { openOpenings } from "../../shared/storage/openings.ts";
import { openProblems } from "../../shared/storage/problems.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { openDraftWriter } from "../../shared/storage/resolution-drafts.ts";
import { openResolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
import { openSearchLog } from "../../shared/storage/search-log.ts";
import { openSentNotices } from "../../shared/storage/sent-notices.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openSupervision } from "../../shared/storage/supervision.ts";
import { openSupplyClaims } from "../../shared/storage/supply-claims.ts";
import { openSupplyTerms } from "../../shared/storage/supply-terms.ts";
import { openTakenCodes } from "../../shared/storage/taken-codes.ts";
import { openUploads } from "../../shared/storage/uploads.ts";
import { openAgenda, openVisits } from "../../shared/storage/visits.ts";
import { openWorkLists } from "../../shared/storage/work-lists.ts";
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
