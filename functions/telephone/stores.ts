import { tenant } from "../../settings.ts";
import { openUploads } from "../../shared/storage/attachment/uploads.ts";
import { openLastLoad } from "../../shared/storage/billing/load-notes.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openDailyCounts } from "../../shared/storage/board/daily-counts.ts";
import { openCaseAccess } from "../../shared/storage/case-copy/case-access.ts";
import { openTakenCodes } from "../../shared/storage/check/taken-codes.ts";
import { openAttentions } from "../../shared/storage/counter/attentions.ts";
import { openConfirmations } from "../../shared/storage/counter/confirmations.ts";
import { openContacts } from "../../shared/storage/counter/contacts.ts";
import { openOpenings } from "../../shared/storage/counter/openings.ts";
import { openSearchLog } from "../../shared/storage/counter/search-log.ts";
import { openDynamoDb, type Table } from "../../shared/storage/dynamodb.ts";
import { openEvidenceDownloads } from "../../shared/storage/evidence.ts";
import { openProblems } from "../../shared/storage/problem/problems.ts";
import { openAtypicalReadings } from "../../shared/storage/reading/atypical-readings.ts";
import { openSubmissions } from "../../shared/storage/submission/submissions.ts";
import { openSupplyClaims } from "../../shared/storage/supply/supply-claims.ts";
import { openAppointmentSlots } from "../../shared/storage/visit/appointment-slots.ts";
import { openVisits } from "../../shared/storage/visit/visits.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { environment } from "../runtime/environment.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recording } from "../runtime/recording.ts";

const stores = openStores(
  "telephone",
  { table: openDynamoDb() },
  {
    ...recording,
    caseAccess: openCaseAccess,
    supplyClaims: openSupplyClaims,
    visits: openVisits,
    calendars: calendarsOf(tenant),
    controlledReadings: openAtypicalReadings,
    receiptReader: openReceiptReader,
    lastLoad: openLastLoad,
    attentions: openAttentions,
    contacts: openContacts,
    dailyCounts: (table: Table) => openDailyCounts(table, environment().originKey),
    searchLog: openSearchLog,
    appointmentSlots: openAppointmentSlots,
    uploads: openUploads,
    submissionRecords: openSubmissions,
    problems: openProblems,
    takenCodes: openTakenCodes,
    confirmations: openConfirmations,
    attachmentDownloads: openEvidenceDownloads,
    pageViews: openEvidenceDownloads,
    documentDownloads: openEvidenceDownloads,
    openings: openOpenings,
  },
);

export const deps = {
  ...stores,
  atypicalReadings: stores.controlledReadings,
  submissions: stores.submissionRecords,
  tenant,
};
