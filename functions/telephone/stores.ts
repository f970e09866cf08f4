import { tenant } from "../../settings.ts";
import { openAppointmentSlots } from "../../shared/storage/appointment-slots.ts";
import { openAttentions } from "../../shared/storage/attentions.ts";
import { openAtypicalReadings } from "../../shared/storage/atypical-readings.ts";
import { openCaseAccess } from "../../shared/storage/case-access.ts";
import { openConfirmations } from "../../shared/storage/confirmations.ts";
import { openContacts } from "../../shared/storage/contacts.ts";
import { openDailyCounts } from "../../shared/storage/daily-counts.ts";
import { openDynamoDb, type Table } from "../../shared/storage/dynamodb.ts";
import { openEvidenceDownloads } from "../../shared/storage/evidence.ts";
import { openLastLoad } from "../../shared/storage/load-notes.ts";
import { openOpenings } from "../../shared/storage/openings.ts";
import { openProblems } from "../../shared/storage/problems.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { openSearchLog } from "../../shared/storage/search-log.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { openSupplyClaims } from "../../shared/storage/supply-claims.ts";
import { openTakenCodes } from "../../shared/storage/taken-codes.ts";
import { openUploads } from "../../shared/storage/uploads.ts";
import { openVisits } from "../../shared/storage/visits.ts";
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
