import { tenant } from "../../settings.ts";
import { openAccountContacts, openUserPools } from "../../shared/storage/account-contacts.ts";
import { openAppointmentSlots } from "../../shared/storage/appointment-slots.ts";
import { openAttemptCounter } from "../../shared/storage/attempt-counter.ts";
import { openContactCounter } from "../../shared/storage/attentions.ts";
import { openAccessGrants, openCaseAccess } from "../../shared/storage/case-access.ts";
import { openCaseExports } from "../../shared/storage/case-exports.ts";
import { openClaimDrafts } from "../../shared/storage/claim-drafts.ts";
import { openConfirmations } from "../../shared/storage/confirmations.ts";
import { openDailyCounts } from "../../shared/storage/daily-counts.ts";
import { openDynamoDb, type Table } from "../../shared/storage/dynamodb.ts";
import { openEvidenceDownloads } from "../../shared/storage/evidence.ts";
import { openExportDownloads } from "../../shared/storage/export-files.ts";
import { openExportWork } from "../../shared/storage/export-work.ts";
import { openProblems } from "../../shared/storage/problems.ts";
import { openProfiles } from "../../shared/storage/profiles.ts";
import { openReceiptNewsConsents } from "../../shared/storage/receipt-news.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { openSupplyClaims } from "../../shared/storage/supply-claims.ts";
import { openSupplyLinks } from "../../shared/storage/supply-links.ts";
import { openTakenCodes } from "../../shared/storage/taken-codes.ts";
import { openUploads } from "../../shared/storage/uploads.ts";
import { openVisits } from "../../shared/storage/visits.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { environment } from "../runtime/environment.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recording } from "../runtime/recording.ts";

const clients = { table: openDynamoDb(), queue: openSqs(), pool: openUserPools() };
const stores = openStores("claims", clients, {
  ...recording,
  caseAccess: openCaseAccess,
  accessGrants: openAccessGrants,
  accountContacts: openAccountContacts,
  supplyClaims: openSupplyClaims,
  visits: openVisits,
  calendars: calendarsOf(tenant),
  receiptReader: openReceiptReader,
  attemptCounter: openAttemptCounter,
  supplyLinks: openSupplyLinks,
  appointmentSlots: openAppointmentSlots,
  claimDrafts: openClaimDrafts,
  uploads: openUploads,
  submissionRecords: openSubmissions,
  problemRecords: openProblems,
  takenCodes: openTakenCodes,
  profiles: openProfiles,
  receiptNewsConsents: openReceiptNewsConsents,
  confirmations: openConfirmations,
  dailyCounts: (table: Table) => openDailyCounts(table, environment().originKey),
  contactCounter: openContactCounter,
  attachmentDownloads: openEvidenceDownloads,
  documentDownloads: openEvidenceDownloads,
  caseExports: openCaseExports,
  exportWork: openExportWork,
  copyDownloads: openExportDownloads,
});

export const deps = {
  ...stores,
  submissions: stores.submissionRecords,
  problems: stores.problemRecords,
  receiptNews: stores.receiptNewsConsents,
  tenant,
};
