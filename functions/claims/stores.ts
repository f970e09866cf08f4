import { tenant } from "../../settings.ts";
import { openUploads } from "../../shared/storage/attachment/uploads.ts";
import { openAttemptCounter } from "../../shared/storage/attempt-counter.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openDailyCounts } from "../../shared/storage/board/daily-counts.ts";
import { openAccessGrants, openCaseAccess } from "../../shared/storage/case-copy/case-access.ts";
import { openCaseExports } from "../../shared/storage/case-copy/case-exports.ts";
import { openExportDownloads } from "../../shared/storage/case-copy/export-files.ts";
import { openExportWork } from "../../shared/storage/case-copy/export-work.ts";
import { openTakenCodes } from "../../shared/storage/check/taken-codes.ts";
import { openAccountContacts, openUserPools } from "../../shared/storage/claim/account-contacts.ts";
import { openContactCounter } from "../../shared/storage/counter/attentions.ts";
import { openConfirmations } from "../../shared/storage/counter/confirmations.ts";
import { openDynamoDb, type Table } from "../../shared/storage/dynamodb.ts";
import { openEvidenceDownloads } from "../../shared/storage/evidence.ts";
import { openClaimDrafts } from "../../shared/storage/filing/claim-drafts.ts";
import { openProfiles } from "../../shared/storage/notice/profiles.ts";
import { openReceiptNewsConsents } from "../../shared/storage/notice/receipt-news.ts";
import { openProblems } from "../../shared/storage/problem/problems.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openSubmissions } from "../../shared/storage/submission/submissions.ts";
import { openSupplyClaims } from "../../shared/storage/supply/supply-claims.ts";
import { openSupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import { openAppointmentSlots } from "../../shared/storage/visit/appointment-slots.ts";
import { openVisits } from "../../shared/storage/visit/visits.ts";
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
